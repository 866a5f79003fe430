import type { Probe } from '../probe.js';
import type { Tally } from './call.js';
import { dial, type Dialling } from './dial.js';

/** Repeats probes without a pause, each on its own, until it is stopped. */
export class Loop {
  readonly #tallies: Promise<Tally>[];
  #going = true;

  constructor(probes: readonly Probe[], dialling: Dialling) {
    this.#tallies = probes.map((probe) => this.#repeat(probe, dialling));
  }

  async #repeat(probe: Probe, dialling: Dialling): Promise<Tally> {
    const tally = { id: probe.id, answered: 0, refused: 0 };
    while (this.#going) {
      const { answered } = await dial(probe, dialling);
      tally[answered ? 'answered' : 'refused']++;
    }
    return tally;
  }

  async stop(): Promise<readonly Tally[]> {
    this.#going = false;
    return Promise.all(this.#tallies);
  }
}
