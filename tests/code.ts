import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** What a browser loads, and what it is made of. */
export const PRODUCT = ['core', 'shell', 'components', 'entrypoints'];

/** The files below some folders, by their endings. */
export const filesBelow = (folders: readonly string[], ...endings: string[]): string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => endings.some((ending) => file.endsWith(`.${ending}`)))
    .sort();

export const textOf = (file: string): string => readFileSync(file, 'utf8');

/** A text in the code; with gaps where something is put in. */
export interface Text {
  /** In the place of each gap a NUL. */
  text: string;
  line: number;
}

export interface Code {
  file: string;
  /** Where its imports lead: files from the root of the project, packages by their name. */
  imports: string[];
  /** What it names outside of comments, texts and types' shapes. */
  names: Set<string>;
  texts: Text[];
}

/** Reads a file as its compiler does, so that neither comments nor texts pass for code. */
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
