/** A block of a relation: each of `rows` with each of `columns`. */
export interface Rectangle<Row, Column> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
}

/**
 * The pairs of a relation in few blocks that say exactly the same: rows with the same columns stand together, so that
 * no pair appears that was not there. Order follows first appearance.
 */
export function rectangles<Row, Column>(
  pairs: readonly (readonly [Row, Column])[],
  key: { readonly row: (row: Row) => string; readonly column: (column: Column) => string },
): readonly Rectangle<Row, Column>[] {
  const columnsOfRow = new Map<string, { row: Row; columns: Map<string, Column> }>();
  for (const [row, column] of pairs) {
    const at = key.row(row);
    const home = columnsOfRow.get(at) ?? { row, columns: new Map<string, Column>() };
    home.columns.set(key.column(column), column);
    columnsOfRow.set(at, home);
  }
  const blocks = new Map<string, { rows: Row[]; columns: Column[] }>();
  for (const { row, columns } of columnsOfRow.values()) {
    const signature = JSON.stringify([...columns.keys()].toSorted());
    const block = blocks.get(signature) ?? { rows: [], columns: [...columns.values()] };
    block.rows.push(row);
    blocks.set(signature, block);
  }
  return [...blocks.values()];
}
