import { duration, element, read, serviceName } from './elements.js';

export async function showList(view, find) {
  const traces = await read(`api/traces?limit=100${find ? `&find=${encodeURIComponent(find)}` : ''}`);
  view.replaceChildren(traces.length
    ? element('ul', 'list', ...traces.map(line))
    : element('p', 'empty', find ? 'No trace holds that.' : 'No trace has arrived yet.'));
}

function line(trace) {
  const link = element('a', trace.errors ? 'trace failed' : 'trace',
    element('span', 'name', trace.name),
    element('span', 'services', ...trace.services.map(serviceName)),
    element('span', 'facts', trace.errors ? `${trace.spans} spans, ${trace.errors} failed` : `${trace.spans} spans`),
    element('span', 'duration', duration(trace.milliseconds)),
    element('time', 'start', new Date(trace.start).toLocaleTimeString('en-GB')));
  link.href = `#${trace.traceId}`;
  return element('li', '', link);
}
