// Draws the Vega-Lite specification that the server gives for a chart or a map; without eval, in the colours of the stylesheet.
"use strict";
(() => {
  const MANY = 1500;
  const DAY = 86400000;

  function inColours(part, style) {
    if (typeof part === "string") return part.startsWith("--") ? style.getPropertyValue(part).trim() || part : part;
    if (Array.isArray(part)) return part.map((one) => inColours(one, style));
    if (part && typeof part === "object") return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, inColours(one, style)]));
    return part;
  }

  const tip = document.createElement("div");
  tip.className = "tooltip";
  tip.hidden = true;

  function showTip(_handler, event, _item, value) {
    tip.hidden = !value;
    if (!value) return;
    tip.textContent = typeof value === "string" ? value : value.label;
    const box = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(event.clientX + 14, innerWidth - box.width - 8))}px`;
    tip.style.top = `${event.clientY + 18 + box.height > innerHeight ? event.clientY - box.height - 12 : event.clientY + 18}px`;
  }

  class Chart {
    constructor(plot) {
      this.plot = plot;
      this.domain = null;
      this.label = plot.getAttribute("aria-label");
      this.figure = plot.closest("figure");
      this.tools = this.figure.querySelector("[data-tools]");
    }

    async load() {
      const answer = await fetch(this.plot.dataset.chart);
      if (!answer.ok) throw new Error(`${answer.status}`);
      this.spec = await answer.json();
      if (this.tools && !this.tools.dataset.ready) this.addTools();
      await this.draw();
      this.plot.dataset.drawn = "yes";
    }

    async draw() {
      const begun = performance.now();
      const { compile, parse, View, Warn, expressionInterpreter } = vegaBundle;
      const { datasets, ...rest } = this.spec;  // the rows name no colour, and nothing changes them
      const spec = { ...inColours(rest, getComputedStyle(document.documentElement)), datasets };
      const width = Math.max(220, this.plot.clientWidth - 96);
      this.fitTitle(spec.title, width);
      const many = (spec.usermeta || {}).marks > MANY;
      if (spec.vconcat) {
        for (const panel of spec.vconcat) {
          panel.width = width;
          panel.title.limit = width;
          for (const layer of panel.layer) {
            if (!this.domain) continue;
            layer.encoding.x.scale = { type: "utc", domain: { expr: `[${this.domain}]` } };
            layer.mark.clip = true;
          }
        }
      } else {
        const ratio = width / spec.width;
        // names are placed for the width of a desk and for that of a phone: on a wider map than they were placed for they have more room
        if (ratio < 1 && datasets.narrow) spec.datasets = { ...datasets, labels: datasets.narrow };
        spec.width = width;
        spec.projection.scale *= ratio;
        spec.height = Math.max(260, Math.round(spec.height * ratio));
        spec.projection.translate = [width / 2, spec.height / 2];
      }
      this.drawn = spec;
      if (this.view) this.view.finalize();
      this.plot.replaceChildren();
      const compiled = compile(spec).spec;
      const view = new View(parse(compiled, null, { ast: true }), {
        expr: expressionInterpreter, renderer: many ? "canvas" : "svg", container: this.plot, hover: true, logLevel: Warn, tooltip: showTip,
      });
      this.view = view;
      await view.runAsync();
      this.plot.setAttribute("aria-label", this.label);  // Vega calls every chart a Vega visualization
      if (this.plot.scrollWidth > this.plot.clientWidth) this.plot.tabIndex = 0; else this.plot.removeAttribute("tabindex");
      this.plot.dataset.took = Math.round(performance.now() - begun);
      this.plot.dataset.marks = (spec.usermeta || {}).marks || 0;
    }

    fitTitle(title, width) {
      if (!title) return;
      title.limit = width + 56;
      if (width < 460 && typeof title.subtitle === "string") title.subtitle = title.subtitle.split(/(?<=[,;]) /);
    }

    addTools() {
      this.tools.dataset.ready = "yes";
      const zoom = this.tools.querySelector(".zoom");
      const add = (words, label, act) => {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: words });
        button.setAttribute("aria-label", label);
        button.addEventListener("click", act);
        (zoom || this.tools).append(button, " ");
      };
      add("+", "Zoom in", () => this.zoom(0.5, 0));
      add("−", "Zoom out", () => this.zoom(2, 0));
      add("◀", "Earlier", () => this.zoom(1, -0.3));
      add("▶", "Later", () => this.zoom(1, 0.3));
      add("Whole", "Show the whole time", () => this.show(null));
      for (const kind of ["svg", "png"]) {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: kind.toUpperCase() });
        button.addEventListener("click", () => this.save(kind));
        this.tools.append(" ", button);
      }
    }

    extent() {
      return this.spec.usermeta.days.map(Date.parse);
    }

    zoom(factor, shift) {
      const [first, last] = this.domain || this.extent();
      const width = last - first, middle = (first + last) / 2 + shift * width, half = Math.max(15 * DAY, (width * factor) / 2);
      this.show([middle - half, middle + half]);
    }

    async show(domain) {
      const asked = new URL(this.plot.dataset.chart, location.href).searchParams;
      if (!domain && (asked.has("since") || asked.has("until"))) {
        const page = new URL(location.href);
        ["since", "until", "page"].forEach((name) => page.searchParams.delete(name));
        location.assign(page);  // what the server left out must be asked for
        return;
      }
      this.domain = domain;
      await this.draw();
      const link = this.tools.querySelector("a[data-shown]");
      const url = new URL(link.href), page = new URL(location.href);
      for (const one of [url, page]) {
        one.searchParams.delete("page");
        ["since", "until"].forEach((name, at) => (domain ? one.searchParams.set(name, new Date(domain[at]).toISOString().slice(0, 10)) : one.searchParams.delete(name)));
      }
      link.href = url.pathname + url.search;
      history.replaceState(null, "", page);
      const table = document.querySelector("#table");
      if (table && window.htmx) htmx.ajax("GET", page.pathname + page.search, { target: "#table", select: "#table", swap: "outerHTML" });
    }

    // The picture is what is shown, and beneath it what its marks mean, which stands beside the chart on the page.
    async drawing() {
      const legend = (this.drawn.usermeta || {}).legend;
      if (!legend) return this.view;
      const { compile, parse, View, Warn, expressionInterpreter } = vegaBundle;
      const whole = compile({ ...this.drawn, vconcat: [...this.drawn.vconcat, legend] }).spec;
      const view = new View(parse(whole, null, { ast: true }), { expr: expressionInterpreter, renderer: "none", logLevel: Warn });
      await view.runAsync();
      return view;
    }

    async save(kind) {
      const view = await this.drawing();
      const link = document.createElement("a");
      link.download = `onrecord-chart.${kind}`;
      link.href = kind === "svg"
        ? URL.createObjectURL(new Blob([await view.toSVG()], { type: "image/svg+xml" }))
        : await view.toImageURL("png", 2);
      link.click();
    }
  }

  const charts = new Set();
  function begin(root) {
    for (const plot of root.querySelectorAll("[data-chart]")) {
      if (plot.dataset.begun) continue;
      plot.dataset.begun = "yes";
      const chart = new Chart(plot);
      charts.add(chart);
      chart.load().catch((error) => {
        plot.replaceChildren(Object.assign(document.createElement("p"), { className: "note", textContent: "The chart could not be drawn. The table below has the same." }));
        console.error(error);
      });
    }
  }
  function redraw() {
    for (const chart of charts) if (chart.plot.isConnected && chart.spec) chart.draw(); else if (!chart.plot.isConnected) charts.delete(chart);
  }
  document.addEventListener("DOMContentLoaded", () => { document.body.append(tip); begin(document); });
  document.addEventListener("htmx:afterSwap", () => begin(document));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  let waiting = 0, wide = innerWidth;
  addEventListener("resize", () => { if (innerWidth === wide) return; wide = innerWidth; clearTimeout(waiting); waiting = setTimeout(redraw, 200); });
})();
