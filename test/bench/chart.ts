import type { Section } from "./section.js";

/** An SVG of how many times the floor each client takes, on a logarithmic scale; in colours that light and dark pages bear. */
export function chart(sections: readonly Section[]): string {
  const drawn = sections.filter(({ bars = [] }) => bars.length > 1);
  const clients = [...new Set(drawn.flatMap(({ bars = [] }) => bars.slice(1).map(({ client }) => client)))];
  const most = Math.max(...drawn.flatMap(({ bars = [] }) => bars.map(({ times }) => times)), 2);
  const scale = (times: number) =>
    LEFT + (Math.log(Math.max(times, LEAST) / LEAST) / Math.log(most / LEAST)) * SPAN;
  const heights = drawn.map(({ bars = [] }) => (bars.length - 1) * BAR + GAP);
  const bottom = TOP + heights.reduce((sum, height) => sum + height, 0);
  const parts: string[] = [];
  let y = TOP;
  drawn.forEach(({ title, bars = [] }, index) => {
    const height = (heights[index] ?? 0) - GAP;
    parts.push(`<text x="${LEFT - 8}" y="${y + height / 2 + 4}" text-anchor="end">${escaped(title)}</text>`);
    bars.slice(1).forEach(({ client, times }, at) => {
      const [from, to] = [scale(1), scale(times)].sort((a, b) => a - b) as [number, number]; // two of two
      const top = y + at * BAR;
      const width = Math.max(to - from, 1).toFixed(1);
      parts.push(
        `<rect class="c${clients.indexOf(client)}" x="${from.toFixed(1)}" y="${top + 1}" width="${width}" height="${BAR - 2}"/>`,
        `<text class="value" x="${(to + 4).toFixed(1)}" y="${top + BAR - 3}">× ${times.toFixed(times < 10 ? 2 : 0)}</text>`,
      );
    });
    y += height + GAP;
  });
  const lines = [1, 2, 5, 10, 20, 50, 100, 200]
    .filter((times) => times <= most)
    .flatMap((times) => {
      const x = scale(times).toFixed(1);
      return [
        `<line class="${times === 1 ? "floor" : "grid"}" x1="${x}" y1="${TOP - 6}" x2="${x}" y2="${bottom}"/>`,
        `<text class="value" x="${x}" y="${TOP - 10}" text-anchor="middle">× ${times}</text>`,
      ];
    });
  const legend = clients.flatMap((client, index) => {
    const x = 16 + index * 210;
    return [
      `<rect class="c${index}" x="${x}" y="14" width="12" height="12"/>`,
      `<text x="${x + 18}" y="24">${escaped(client)}</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${bottom + 10}" width="${WIDTH}" role="img">`,
    "<title>Time as a multiple of the floor</title>",
    `<style>${STYLE}</style>`,
    ...legend,
    ...lines,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

const WIDTH = 860;
const LEFT = 250;
const SPAN = WIDTH - LEFT - 70;
const TOP = 64;
const BAR = 13;
const GAP = 10;
/** Where the scale begins: some are below the floor, which is a plain way and not always the fastest. */
const LEAST = 0.7;

const STYLE = `
text { font: 12px system-ui, sans-serif; fill: #24292f }
.value { font-size: 10px; fill: #57606a }
.grid { stroke: #d0d7de; stroke-width: .5 }
.floor { stroke: #57606a }
.c0 { fill: #0969da } .c1 { fill: #bf8700 } .c2 { fill: #8c959f } .c3 { fill: #a475f9 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .value { fill: #9198a1 } .grid { stroke: #3d444d } .floor { stroke: #9198a1 }
  .c0 { fill: #4493f8 } .c1 { fill: #d29922 } .c2 { fill: #656c76 } .c3 { fill: #ab7df8 }
}
`;

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
