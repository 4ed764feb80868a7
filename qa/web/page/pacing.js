/** Long work in short pieces, so that keys are heard and seen in between. */

const PIECE = 12; // milliseconds
const MOST = 40; // new elements before the browser lays them out
const FRAME = 100; // milliseconds; tabs in the background have no frames

/**
 * Goes through the steps of a generator and lets others have their turn now and then.
 *
 * @param {Iterable<number>} steps how many elements each has put into the page
 */
export async function gently(steps) {
  let latest = performance.now() + PIECE;
  let added = 0;
  for (const step of steps) {
    added += step;
    if (added < MOST && performance.now() < latest) continue;
    await (added < MOST ? turn() : frame());
    latest = performance.now() + PIECE;
    added = 0;
  }
}

function turn() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function frame() {
  const drawn = new Promise((resolve) => requestAnimationFrame(resolve));
  const late = new Promise((resolve) => setTimeout(resolve, FRAME));
  return Promise.race([drawn, late]).then(turn);
}
