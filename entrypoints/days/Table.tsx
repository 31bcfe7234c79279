import type { ComponentChildren } from 'preact';
import styles from './Days.module.css';

interface TableProps {
  /** The id of its heading. */
  labelledBy: string;
  columns: readonly string[];
  /** The first cell names the row. */
  rows: readonly { key: string | number; cells: readonly ComponentChildren[] }[];
}

/** The numbers of a picture. */
export function Table({ labelledBy, columns, rows }: TableProps) {
  return (
    <table class={styles.list} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, nth) => (
              <td key={columns[nth + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
