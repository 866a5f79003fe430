/** Where a rule comes from: the requirement, and the sentence or table row of the page that asks for it. */
export interface Origin {
  /** Stable id of the requirement, the same in every edition: `entra-id-hosts`. */
  readonly requirement: string;
  /** Date of the edition, `2021-09-14`, or `profile` for a need that the user added. */
  readonly edition: string;
  /** Place on the page: `other-firewalls/general-azure-hosts`, with the row where there is one (`#3`). */
  readonly section: string;
  /** Address of the page. */
  readonly source: string;
}
