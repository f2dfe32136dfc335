/** An element with a class, attributes of no kind, and children or text. */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children.map(child => child instanceof Node ? child : String(child)));
  return made;
}

export function duration(milliseconds) {
  if (milliseconds >= 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`;
}

/** The same service has the same colour everywhere. */
const hues = { gateway: 215, coordination: 150, feedback: 30, campaigns: 280, notifications: 345 };

export function colour(service) {
  const hue = hues[service] ?? [...service].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  return `hsl(${hue} 60% 50%)`;
}

export function serviceName(service) {
  const dot = element('span', 'dot');
  dot.style.background = colour(service);
  return element('span', 'service', dot, service);
}

export async function read(path) {
  const answer = await fetch(path);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}
