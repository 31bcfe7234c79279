import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** The folders that end up in the browser. */
export const PRODUCT = ['core', 'shell', 'components', 'entrypoints'];

/** The files in some folders, by extension. */
export const filesBelow = (folders: readonly string[], ...endings: string[]): string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => endings.some((ending) => file.endsWith(`.${ending}`)))
    .sort();

export const textOf = (file: string): string => readFileSync(file, 'utf8');

/** A string in the code, with gaps for what is inserted. */
export interface Text {
  /** A NUL for each gap. */
  text: string;
  line: number;
}

export interface Code {
  file: string;
  /** Its imports: files from the root of the project, packages by name. */
  imports: string[];
  /** The names it uses outside of comments, strings and type shapes. */
  names: Set<string>;
  texts: Text[];
}

/** Parses a file with the compiler, so that comments and strings are not taken for code. */
export function codeOf(file: string): Code {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  const code: Code = { file, imports: [], names: new Set(), texts: [] };
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) code.names.add(node.text);
    if (ts.isTemplateExpression(node)) {
      const spans = node.templateSpans.map(({ literal }) => `\0${literal.text}`);
      code.texts.push({ text: node.head.text + spans.join(''), line: lineOf(node) });
    }
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) {
      const { parent } = node;
      const imported =
        ts.isImportDeclaration(parent) ||
        ts.isExportDeclaration(parent) ||
        (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword);
      if (imported) code.imports.push(leadsTo(file, node.text));
      else code.texts.push({ text: node.text, line: lineOf(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return code;
}

const leadsTo = (file: string, name: string): string =>
  name.startsWith('.') ? join(dirname(file), name) : name;
