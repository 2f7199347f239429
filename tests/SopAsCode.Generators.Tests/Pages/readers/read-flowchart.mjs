// Reads a flowchart from standard input with Mermaid's own parser and prints its nodes and edges as JSON.
import { JSDOM } from 'jsdom';

const page = new JSDOM('<!DOCTYPE html><body></body>');
globalThis.window = page.window;
globalThis.document = page.window.document;

const { default: mermaid } = await import('mermaid');

let text = '';
for await (const chunk of process.stdin) {
  text += chunk;
}

mermaid.initialize({ startOnLoad: false });
const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);

// While it parses, Mermaid keeps character codes (#34;) as marks of its own.
const decode = (label) => label
  .replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCharCode(Number(code)))
  .replace(/<br\s*\/?>/g, '\n')
  .replaceAll('\u00A0', ' ')
  .replaceAll('\u2060', '');

const nodes = [...diagram.db.getVertices().values()].map(({ id, text, type, classes }) => ({ id, text: decode(text), shape: type, classes }));
const edges = diagram.db.getEdges().map(({ start, end, text }) => ({ from: start, to: end, label: decode(text) }));
process.stdout.write(JSON.stringify({ nodes, edges }));
