import { colour, duration, element, read, serviceName } from './elements.js';

export async function showTrace(view, id) {
  const spans = await read(`api/traces/${encodeURIComponent(id)}`);
  view.replaceChildren(...(spans ? page(id, spans.map(timed)) : [element('p', 'empty', 'This trace is unknown, or forgotten already.')]));
}

function page(id, spans) {
  const start = Math.min(...spans.map(span => span.at));
  const length = Math.max(...spans.map(span => span.at + span.milliseconds)) - start || 1;
  const services = [...new Set(spans.map(span => span.service))];
  return [
    element('p', 'summary', `${spans.length} spans in ${duration(length)}, began ${new Date(start).toLocaleString('en-GB')}`),
    element('p', 'id', id),
    element('p', 'services legend', ...services.map(serviceName)),
    element('div', 'waterfall', ...ordered(spans).map(({ span, depth }) => row(span, depth, start, length))),
  ];
}

// The server gives microseconds, a Date knows milliseconds: the fraction is read by hand.
function timed(span) {
  const fraction = /\.(\d+)/.exec(span.start)?.[1] ?? '0';
  return { ...span, at: Math.floor(Date.parse(span.start) / 1000) * 1000 + Number(`0.${fraction}`) * 1000 };
}

/** Parents before their children, each with its depth; a span whose parent never arrived stands at the root. */
function ordered(spans) {
  const known = new Set(spans.map(span => span.spanId));
  const children = Map.groupBy(spans, span => known.has(span.parentId) ? span.parentId : '');
  const walk = (parent, depth) => (children.get(parent) ?? []).flatMap(span => [{ span, depth }, ...walk(span.spanId, depth + 1)]);
  return walk('', 0);
}

function row(span, depth, start, length) {
  const bar = element('span', 'bar');
  bar.style.left = `${(span.at - start) / length * 100}%`;
  bar.style.width = `${span.milliseconds / length * 100}%`;
  bar.style.background = colour(span.service);
  const name = element('span', 'name', serviceName(span.service), ' ', span.name, ' ', element('span', 'hint', hint(span)));
  name.style.setProperty('--depth', depth);
  const summary = element('summary', '', name, element('span', 'track', bar), element('span', 'duration', duration(span.milliseconds)));
  return element('details', span.status === 'error' ? 'span failed' : 'span', summary, details(span));
}

/** All database spans have one name, and all requests of a method: what tells them apart. */
function hint(span) {
  const text = String(span.attributes['db.query.text'] ?? span.attributes['url.full'] ?? '').replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function details(span) {
  const facts = { kind: span.kind, scope: span.scope, status: span.status, ...span.attributes };
  for (const happening of span.events) {
    facts[`event ${happening.name}`] = Object.values(happening.attributes).join('\n');
  }
  return element('dl', '', ...Object.entries(facts).flatMap(([name, value]) => [element('dt', '', name), element('dd', '', value)]));
}
