// The search, ticks that stay, and what is overdue on the day of reading. The pages are complete without it.
(function () {
  "use strict";
  var page = document.documentElement;
  var root = page.dataset.root;
  page.classList.add("js");

  // Today, as the site says it or as the device does.
  function today() {
    var now = new Date();
    function two(number) { return (number < 10 ? "0" : "") + number; }
    return page.dataset.asOf || now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  if (!page.dataset.asOf) {
    document.querySelectorAll(".due[data-due]").forEach(function (due) {
      if (due.dataset.due < today()) {
        var word = document.createElement("strong");
        word.className = "late";
        word.textContent = due.dataset.late;
        due.append(" ", word);
      }
    });
  }

  // The menu of a small screen.
  var menu = document.querySelector(".menu");
  var navigation = document.getElementById("navigation");
  menu.addEventListener("click", function () {
    menu.setAttribute("aria-expanded", String(navigation.classList.toggle("open")));
  });

  // A private window may forbid to keep anything.
  function keep(action) {
    try { return action(window.localStorage); } catch (e) { return null; }
  }

  // Ticks are kept for an edition of an SOP, so a new version starts clean.
  var article = document.querySelector("article.sop");
  var ticks = article ? Array.from(article.querySelectorAll("input[data-tick]")) : [];
  if (ticks.length > 0) {
    var prefix = "sop-ticks/" + page.dataset.site + "/" + article.dataset.assembly + "/" + article.dataset.sop + "/";
    var key = prefix + article.dataset.edition;
    var ticked = keep(function (storage) {
      for (var i = storage.length - 1; i >= 0; i--) {
        var old = storage.key(i);
        if (old.startsWith(prefix) && old !== key) { storage.removeItem(old); }
      }
      return JSON.parse(storage.getItem(key));
    });
    var known = Array.isArray(ticked) ? ticked : [];
    var clear = document.createElement("button");
    clear.type = "button";
    clear.className = "clear";
    clear.textContent = "Clear all ticks of this procedure";
    var show = function () { clear.hidden = !ticks.some(function (tick) { return tick.checked; }); };
    var save = function () {
      var now = ticks.filter(function (tick) { return tick.checked; }).map(function (tick) { return tick.dataset.tick; });
      keep(function (storage) { storage.setItem(key, JSON.stringify(now)); });
      show();
    };
    ticks.forEach(function (tick) {
      tick.checked = known.includes(tick.dataset.tick);
      tick.addEventListener("change", save);
    });
    clear.addEventListener("click", function () {
      ticks.forEach(function (tick) { tick.checked = false; });
      save();
      ticks[0].focus();
    });
    var steps = document.getElementById("steps");
    (steps ? steps.closest(".heading") : article.querySelector(".checklist")).after(clear);
    show();
  }

  // Messages can be copied.
  document.querySelectorAll(".copy").forEach(function (button) {
    if (navigator.clipboard) {
      button.hidden = false;
      button.addEventListener("click", function () {
        navigator.clipboard.writeText(button.closest("figure").querySelector("pre").textContent).then(function () {
          button.textContent = "Copied";
        }, function () { button.textContent = "Select the text to copy it"; });
      });
    }
  });

  // A link to something folded opens it.
  function unfold() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var folded = target && target.closest("details"); folded; folded = folded.parentElement.closest("details")) { folded.open = true; }
  }
  window.addEventListener("hashchange", unfold);
  unfold();

  // In a chart the arrow keys follow the lines; ?run=A,B shows a run that went from A to B.
  document.querySelectorAll("svg.chart").forEach(function (chart) {
    var boxes = new Map(Array.from(chart.querySelectorAll("[data-id]"), function (box) { return [box.dataset.id, box]; }));
    var lines = Array.from(chart.querySelectorAll("path[data-from]"));
    chart.addEventListener("keydown", function (event) {
      var box = event.target.closest("[data-id]");
      var down = event.key === "ArrowDown";
      if (!box || !(down || event.key === "ArrowUp")) { return; }
      var next = lines.filter(function (line) { return line.dataset[down ? "from" : "to"] === box.dataset.id; })
        .map(function (line) { return boxes.get(line.dataset[down ? "to" : "from"]); })
        .find(function (other) { return other.localName === "a"; });
      if (next) {
        event.preventDefault();
        next.focus();
        next.scrollIntoView({ block: "nearest" });
      }
    });
    // A chart wider than its place shows the start first.
    var start = boxes.get("start");
    var place = chart.parentElement;
    if (start && place.scrollWidth > place.clientWidth) {
      var middle = start.getBoundingClientRect();
      place.scrollLeft += middle.left + middle.width / 2 - place.getBoundingClientRect().left - place.clientWidth / 2;
    }
    var run = new URLSearchParams(location.search).get("run");
    if (run && article) {
      var states = run.split(",");
      chart.classList.add("run");
      states.forEach(function (state, i) {
        var taken = lines.filter(function (line) { return line.dataset.from === (i === 0 ? "start" : states[i - 1]) && boxes.get(line.dataset.to).dataset.of === state; });
        taken.forEach(function (line) { line.classList.add("visited"); });
        // Where no line leads there, as to the manual path by a switch, the box itself says it.
        var box = taken.length > 0 ? boxes.get(taken[0].dataset.to) : boxes.get(state);
        if (box) { box.classList.add("visited"); }
      });
      if (boxes.has("start")) { boxes.get("start").classList.add("visited"); }
    }
  });

  // The search. Its index is loaded when somebody searches.
  var input = document.getElementById("search");
  var results = document.getElementById("results");
  var data = null;
  var asked = false;
  var facets = {};

  window.sopSearch = function (index) {
    data = index;
    data.entries.forEach(function (entry) {
      entry.lowTitle = fold(entry.title);
      entry.low = fold(entry.title + "\n" + (entry.under || "") + "\n" + (entry.text || ""));
    });
    build();
    search();
  };

  function fold(text) { return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }

  function load() {
    if (!asked) {
      asked = true;
      var script = document.createElement("script");
      script.src = root + "search-index.js";
      document.head.append(script);
    }
  }

  function element(name, text, className) {
    var made = document.createElement(name);
    if (text) { made.textContent = text; }
    if (className) { made.className = className; }
    return made;
  }

  function build() {
    var form = element("fieldset", "", "facets");
    form.append(element("legend", "Narrow the search", "hidden"));
    function select(name, words, options) {
      var label = element("label", words);
      var list = element("select");
      list.name = name;
      list.append(new Option("any", ""));
      options.forEach(function (option, i) { list.append(new Option(option, String(i))); });
      list.addEventListener("change", search);
      label.append(list);
      form.append(label);
      facets[name] = list;
    }
    function tick(name, words) {
      var label = element("label", "", "tick");
      var box = element("input");
      box.type = "checkbox";
      box.name = name;
      box.addEventListener("change", search);
      label.append(box, words);
      form.append(label);
      facets[name] = box;
    }
    select("role", "Role", data.roles);
    select("tool", "Tool", data.tools);
    select("stream", "Value stream", data.streams);
    tick("ai", "Done by AI");
    tick("overdue", "Review overdue");
    var close = element("button", "Close");
    close.type = "button";
    close.addEventListener("click", function () { hide(); input.focus(); });
    form.append(close);
    var status = element("p", "", "small");
    status.setAttribute("role", "status");
    results.replaceChildren(form, status, element("ol", "", "found"));
  }

  // People ask questions; the small words of a question are not what they look for.
  var small = new Set("a an and are at be can could do does for from how i if in is it may me must my of on or our should that the they this to we what when where which who why will with you".split(" "));

  function terms() {
    var words = fold(input.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    var large = words.filter(function (word) { return !small.has(word); });
    return large.length > 0 ? large : words;
  }

  function isNarrowed() { return facets.role.value || facets.tool.value || facets.stream.value || facets.ai.checked || facets.overdue.checked; }

  function fits(entry) {
    return (!facets.role.value || (entry.roles || []).includes(Number(facets.role.value)))
      && (!facets.tool.value || (entry.tools || []).includes(Number(facets.tool.value)))
      && (!facets.stream.value || entry.stream === Number(facets.stream.value))
      && (!facets.ai.checked || entry.ai === true)
      && (!facets.overdue.checked || (entry.due !== undefined && entry.due < today()));
  }

  // How many of the words an entry has, and how well: a word of the title counts most, then one that stands at the start of a word.
  function rank(entry, words) {
    var sum = 0, has = 0;
    for (var i = 0; i < words.length; i++) {
      var at = entry.low.indexOf(words[i]);
      if (at < 0) { continue; }
      has++;
      var inTitle = entry.lowTitle.indexOf(words[i]);
      sum += inTitle === 0 ? 12 : inTitle > 0 ? 8 : at === 0 || /[^\p{L}\p{N}]/u.test(entry.low[at - 1]) ? 3 : 1;
    }
    if (words.length > 1 && entry.low.includes(words.join(" "))) { sum += 6; }
    return { has: has, weight: sum + (entry.kind === "Procedure" ? 2 : entry.kind === "By hand" ? 1 : 0) };
  }

  function search(event) {
    if (!data) { load(); return; }
    var words = terms();
    if (words.length === 0 && !isNarrowed()) {
      if (event && event.type === "change") { list([], words); } else { hide(); }
      return;
    }
    var found = [];
    data.entries.forEach(function (entry, i) {
      if (!fits(entry)) { return; }
      var ranked = rank(entry, words);
      if (words.length === 0 || ranked.has > 0) { found.push({ entry: entry, has: ranked.has, weight: ranked.weight, at: i }); }
    });
    // What has all the words is wanted; where nothing has, what has most of them.
    var most = found.reduce(function (known, hit) { return Math.max(known, hit.has); }, 0);
    found = found.filter(function (hit) { return hit.has === most; });
    found.sort(function (a, b) { return b.weight - a.weight || a.at - b.at; });
    list(found, words);
  }

  function list(found, words) {
    results.hidden = false;
    document.body.classList.add("searching");
    var shown = found.slice(0, 60);
    results.querySelector("[role=status]").textContent = found.length === 0 ? (words.length === 0 ? "Type a word, or choose above." : "Nothing found.")
      : found.length + (found.length === 1 ? " result" : " results") + (found[0].has < words.length ? " with " + found[0].has + " of the " + words.length + " words" : "") + (found.length > shown.length ? ", the first " + shown.length + " are shown" : "");
    results.querySelector(".found").replaceChildren.apply(results.querySelector(".found"), shown.map(function (hit) {
      var item = element("li");
      var link = element("a");
      link.href = root + hit.entry.url;
      var title = element("strong");
      mark(title, hit.entry.title, words);
      link.append(title, element("span", hit.entry.kind, "kind"));
      if (hit.entry.under) { var under = element("span"); mark(under, hit.entry.under, words); link.append(under); }
      var around = excerpt(hit.entry.text || "", words);
      if (around) { var text = element("span"); mark(text, around, words); link.append(text); }
      link.addEventListener("click", hide);
      item.append(link);
      return item;
    }));
  }

  // The part of a text around the first word that is searched.
  function excerpt(text, words) {
    var low = text.toLowerCase();
    var at = words.map(function (word) { return low.indexOf(word); }).filter(function (found) { return found >= 0; }).sort(function (a, b) { return a - b; })[0];
    if (at === undefined) { return ""; }
    var start = Math.max(0, text.lastIndexOf(" ", Math.max(0, at - 60)));
    return (start > 0 ? "…" : "") + text.slice(start, at + 140).replace(/\n/g, " · ") + (at + 140 < text.length ? "…" : "");
  }

  function mark(parent, text, words) {
    var low = text.toLowerCase();
    var at = 0;
    while (at < text.length) {
      var next = null;
      words.forEach(function (word) {
        var found = low.indexOf(word, at);
        if (found >= 0 && (next === null || found < next.at)) { next = { at: found, length: word.length }; }
      });
      if (next === null) { break; }
      parent.append(text.slice(at, next.at), element("mark", text.slice(next.at, next.at + next.length)));
      at = next.at + next.length;
    }
    parent.append(text.slice(at));
  }

  function hide() {
    results.hidden = true;
    document.body.classList.remove("searching");
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", search);
  input.closest("form").addEventListener("submit", function (event) {
    event.preventDefault();
    var first = results.querySelector(".found a");
    if (first && !results.hidden) { first.click(); }
  });
  document.addEventListener("keydown", function (event) {
    var isTyping = /^(input|select|textarea)$/i.test(event.target.tagName);
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    } else if (event.key === "Escape" && !results.hidden) {
      hide();
      input.focus();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !results.hidden && (event.target === input || event.target.closest(".found"))) {
      var links = Array.from(results.querySelectorAll(".found a"));
      var next = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
      (next < 0 ? input : links[Math.min(next, links.length - 1)] || input).focus();
    }
  });
  var query = new URLSearchParams(location.search).get("q");
  if (query) {
    input.value = query;
    load();
  }
})();
