/** What a change of the data asks of the next version. */
export type Level =
  /** Something that was asked for, held or accepted no longer is. */
  | 'breaking'
  /** Something more is asked for, held or accepted. */
  | 'addition'
  /** Only words, places or sources differ. */
  | 'editorial';

/** One change between the catalog as it was released and as it is. */
export interface DataChange {
  readonly level: Level;
  /** Edition that it is in; undefined for schemas and regions. */
  readonly edition?: string;
  /** Id of the requirement, route or other item; date of the edition, name of the schema or region. */
  readonly subject: string;
  /** In one line, for people, without the subject. */
  readonly text: string;
}

/** Whether a change may not go without its subject being named where a reader looks. */
export function mustBeNamed({ level }: DataChange): boolean {
  return level !== 'editorial';
}
