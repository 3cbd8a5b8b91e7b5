/** A division that is asked to concur (合議), and whoever did so for it. */
export interface Concurrence {
  division: string;
  person: string;
  by?: string;
}

/** What the ministry's own approval has come to; of no other organ's business. */
export interface Approval {
  /** The version the divisions were asked about: what they said of another one is void. */
  versionNo: number;
  concurrence: readonly Concurrence[];
  /** 後閲: who has still to see what a delegate concurred with for them. */
  postViews: readonly { versionNo: number; person: string }[];
}
