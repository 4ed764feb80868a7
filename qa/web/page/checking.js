/** When the server is asked: soon after the typing, one question at a time, the newest last. */

const PAUSE = 250; // milliseconds without a key
const LONGEST = 900; // milliseconds of typing without a question
const TRIES = [2, 4, 8, 16, 30]; // seconds

export class Checking {
  #ask;
  #tell;
  #timer = 0;
  #since = 0;
  #flight = null;
  #waiting = false;
  #failed = 0;

  /**
   * @param {(signal: AbortSignal) => Promise<void>} ask asks about the text of now and shows it
   * @param {(problem: Error | null, number: number) => void} tell says what went wrong, and in how
   *   many seconds it is tried again (0: not by itself); or null once it went right, and after how
   *   many failures
   */
  constructor(ask, tell) {
    this.#ask = ask;
    this.#tell = tell;
  }

  /** Asks when the typing pauses, or at last although it does not. */
  soon() {
    this.#since ||= performance.now();
    const left = this.#since + LONGEST - performance.now();
    this.#plan(Math.max(0, Math.min(PAUSE, left)));
  }

  /** Asks at once: what is asked already is about another text. */
  now() {
    this.#flight?.abort();
    this.#plan(0);
  }

  #plan(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), delay);
  }

  async #run() {
    this.#since = 0;
    // A question that is out is answered: whoever types on would otherwise never see an answer.
    this.#waiting = Boolean(this.#flight && !this.#flight.signal.aborted);
    if (this.#waiting) return;
    const flight = new AbortController();
    this.#flight = flight;
    await this.#ask(flight.signal).then(() => this.#done(), (error) => this.#fell(error));
    if (this.#flight === flight) this.#flight = null;
    if (this.#waiting) this.#plan(0);
  }

  #done() {
    this.#tell(null, this.#failed);
    this.#failed = 0;
  }

  #fell(error) {
    if (error.name === "AbortError") return;
    this.#failed += 1;
    const passes = error.status === 0 || error.status === 503;
    const wait = error.wait || TRIES[Math.min(this.#failed, TRIES.length) - 1];
    this.#tell(error, passes ? wait : 0);
    if (passes) this.#plan(wait * 1000);
  }
}
