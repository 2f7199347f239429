// Reads pages with the readers that show them to people, and prints what each of them makes of each page as JSON.
// Usage: node read-pages.mjs <folder of pages> <folder for output> <reader>…
import { readFileSync, readdirSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { JSDOM } from 'jsdom';

const here = dirname(fileURLToPath(import.meta.url));
const [folder, out, ...readers] = process.argv.slice(2);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md')).sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const withoutFrontMatter = (text) => text.replace(/^---\n[\s\S]*?\n---\n/, '');

// What a person sees of HTML: the words, and what is a heading, an item, a cell, a box to tick, a link.
function look(html) {
  const { document } = new JSDOM(`<body>${html}</body>`).window;
  const words = (node) => node.textContent.replace(/[\s\u00A0]+/g, ' ').replaceAll('\u2060', '').replaceAll('\u200B', '').trim();
  document.querySelectorAll('a.header-anchor, button.copy, span.lang, script, style').forEach((node) => node.remove());
  return {
    headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((node) => `${node.tagName} ${words(node)}`),
    items: [...document.querySelectorAll('li')].map(words),
    cells: [...document.querySelectorAll('td, th')].map(words),
    links: [...document.querySelectorAll('a[href]')].map((node) => `${words(node)} → ${node.getAttribute('href')}`),
    ids: [...document.querySelectorAll('[id]')].map((node) => node.id),
    folds: [...document.querySelectorAll('details > summary')].map(words),
    code: [...document.querySelectorAll('pre')].map((node) => node.textContent.replaceAll('\u200B', '').trim()),
    html: [...document.querySelectorAll('script, iframe, img[onerror], b, i')].map((node) => node.outerHTML),
    text: words(document.body),
  };
}

const all = {
  async markdownit() {
    const { default: MarkdownIt } = await import('markdown-it');
    const reader = new MarkdownIt({ html: true, linkify: true });
    return (page) => look(reader.render(withoutFrontMatter(page.text)));
  },
  async cmark() {
    return (page) => {
      const run = spawnSync('cmark-gfm', ['--unsafe', '-e', 'table', '-e', 'autolink', '-e', 'tasklist', '-e', 'strikethrough'], { input: withoutFrontMatter(page.text), encoding: 'utf8' });
      if (run.status !== 0) throw new Error(run.stderr);
      return look(run.stdout);
    };
  },
  async python() {
    const code = "import sys, markdown; sys.stdout.reconfigure(encoding='utf-8'); sys.stdin.reconfigure(encoding='utf-8'); print(markdown.markdown(sys.stdin.read(), extensions=['tables', 'fenced_code', 'md_in_html', 'attr_list', 'sane_lists']))";
    return (page) => {
      const run = spawnSync(existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3', ['-c', code], { input: withoutFrontMatter(page.text), encoding: 'utf8' });
      if (run.status !== 0) throw new Error(run.stderr);
      return look(run.stdout);
    };
  },
  async mdx() {
    const { evaluate } = await import('@mdx-js/mdx');
    const { default: remarkGfm } = await import('remark-gfm');
    const { default: remarkFrontmatter } = await import('remark-frontmatter');
    const escape = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
    const child = (node) => (Array.isArray(node) ? node.map(child).join('') : node === undefined || node === null || node === false ? '' : node.html ?? escape(node));
    const Fragment = Symbol('Fragment');
    const jsx = (type, { children, ...rest }) => typeof type === 'function' ? type({ children, ...rest })
      : { html: type === Fragment ? child(children) : `<${type}${Object.entries(rest).filter(([, value]) => typeof value !== 'object' && typeof value !== 'function' && value !== false).map(([name, value]) => ` ${name === 'className' ? 'class' : name}="${escape(value)}"`).join('')}>${child(children)}</${type}>` };
    return async (page) => {
      const { default: Content } = await evaluate(page.text, { Fragment, jsx, jsxs: jsx, remarkPlugins: [remarkGfm, remarkFrontmatter] });
      return look(child(Content({})));
    };
  },
  async liquid() {
    const { Liquid } = await import('liquidjs');
    return (page) => ({ text: new Liquid().parseAndRenderSync(page.text) });
  },
  async prettier() {
    const { format } = await import('prettier');
    return async (page) => ({ text: await format(page.text, { parser: 'markdown' }) });
  },
  async vitepress() {
    const { build } = await import('vitepress');
    const root = join(here, '.site');
    mkdirSync(join(root, '.vitepress'), { recursive: true });
    writeFileSync(join(root, '.vitepress', 'config.mjs'), "export default { ignoreDeadLinks: true, title: 'SOPs' };\n");
    for (const { name, text } of pages) writeFileSync(join(root, name), text);
    const log = console.log;
    console.log = console.error;
    try {
      await build(root, { outDir: join(out, 'vitepress') });
    } finally {
      console.log = log;
    }
    return (page) => {
      const html = readFileSync(join(out, 'vitepress', page.name.replace(/\.md$/, '.html')), 'utf8');
      return look(new JSDOM(html).window.document.querySelector('.vp-doc').innerHTML);
    };
  },
};

// Draws the chart of each page in a browser, and reads the labels back from the picture.
async function draw(version) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const tab = await browser.newPage();
  await tab.setContent('<!DOCTYPE html><body></body>');
  await tab.addScriptTag({ path: join(here, 'node_modules', version, 'dist', 'mermaid.min.js') });
  await tab.evaluate(() => globalThis.mermaid.initialize({ startOnLoad: false }));
  const drawn = {};
  for (const page of pages) {
    const chart = /```mermaid\n([\s\S]*?)\n```/.exec(page.text)?.[1];
    if (!chart) continue;
    try {
      drawn[page.name] = await tab.evaluate(async ([text, id]) => {
        const { svg } = await globalThis.mermaid.render(id, text);
        document.body.innerHTML = svg;
        const words = (node) => (node.innerText ?? node.textContent).replace(/[\s\u00A0]+/g, ' ').replaceAll('\u2060', '').trim();
        return {
          nodes: [...document.querySelectorAll('g.node')].map((node) => words(node.querySelector('.nodeLabel') ?? node)),
          edges: [...document.querySelectorAll('g.edgeLabel')].map(words).filter((label) => label.length > 0),
        };
      }, [chart, 'c' + Math.abs([...page.name].reduce((hash, c) => (hash * 31 + c.charCodeAt(0)) | 0, 7))]);
    } catch (error) {
      drawn[page.name] = { error: String(error) };
    }
  }
  await browser.close();
  return drawn;
}

const results = {};
for (const reader of readers) {
  if (reader.startsWith('mermaid')) {
    results[reader] = await draw(reader);
    continue;
  }
  results[reader] = {};
  const read = await all[reader]();
  for (const page of pages) {
    try {
      results[reader][page.name] = await read(page);
    } catch (error) {
      results[reader][page.name] = { error: String(error?.message ?? error) };
    }
  }
}
writeFileSync(join(out, 'readers.json'), JSON.stringify(results));
