// Chooses between the list and one trace by the address: #{trace id}.
import { showList } from './list.js';
import { showTrace } from './waterfall.js';

const view = document.querySelector('#view');
const find = document.querySelector('#find');
const refreshEvery = 2000;

async function show() {
  const id = location.hash.slice(1);
  document.querySelector('#search').hidden = id !== '';
  document.querySelector('h1 a').textContent = id ? '‹ All traces' : 'Traces';
  try {
    await (id ? showTrace(view, id) : showList(view, find.value.trim()));
  } catch (problem) {
    view.textContent = `The trace sink does not answer: ${problem.message}`;
  }
}

addEventListener('hashchange', show);
find.addEventListener('input', show);
document.querySelector('#search').addEventListener('submit', event => event.preventDefault());
setInterval(() => { if (!location.hash.slice(1) && !document.hidden) show(); }, refreshEvery);
show();
