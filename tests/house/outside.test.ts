import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesBelow, PRODUCT } from '../code.ts';

/** Reads such as `rhythms[id]`, where the type allows any key. */
function openReads(): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  // Only our own records matter, so the big types of browser and Node are left out.
  const program = ts.createProgram(filesBelow(PRODUCT, 'ts', 'tsx'), {
    ...options,
    lib: ['lib.es2024.d.ts'],
    types: [],
  });
  const checker = program.getTypeChecker();
  const found: string[] = [];
  for (const file of program.getSourceFiles()) {
    const name = file.fileName.replace(`${process.cwd()}/`, '');
    if (!PRODUCT.some((folder) => name.startsWith(`${folder}/`))) continue;
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      if (!ts.isElementAccessExpression(node) || isWritten(node)) return;
      if (ts.isStringLiteralLike(node.argumentExpression)) return;
      const type = checker.getNonNullableType(checker.getTypeAtLocation(node.expression));
      const value = type.getStringIndexType();
      // What is unknown is checked before it is used.
      if (value === undefined || value.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return;
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${name}:${line + 1} ${node.getText()}`);
    };
    visit(file);
  }
  return found;
}

const isWritten = (node: ts.ElementAccessExpression): boolean =>
  ts.isBinaryExpression(node.parent) &&
  node.parent.left === node &&
  node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;

describe('a record with keys from outside', () => {
  it('is read by own() alone, so that the names every object has are not found in it', () => {
    expect(openReads().map((read) => read.replace(/:\d+/, ''))).toEqual([
      'core/own.ts record[key]',
    ]);
  });
});
