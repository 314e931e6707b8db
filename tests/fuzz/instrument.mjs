// Room: tests. Counts which branches of src run: puts a counter at each function, branch and loop while it is bundled.
import { readFileSync } from "node:fs";
import { sep } from "node:path";
import ts from "typescript";

const { factory } = ts;

/** An esbuild plugin; `count` learns how many counters there are. They stand in `globalThis.branchCounts`, which must be there before the bundle is loaded. */
export function countBranches(count) {
  let made = 0;
  return {
    name: "count-branches",
    setup(bundle) {
      bundle.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        if (path.includes(`node_modules${sep}`)) return undefined;
        return { contents: counted(readFileSync(path, "utf8"), path, () => (made += 1)), loader: "ts" };
      });
      bundle.onEnd(() => {
        count(made);
      });
    },
  };
}

function counted(text, path, next) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const counter = () =>
    factory.createPostfixIncrement(
      factory.createElementAccessExpression(factory.createPropertyAccessExpression(factory.createIdentifier("globalThis"), "branchCounts"), next()),
    );
  const block = (body) => factory.createBlock([factory.createExpressionStatement(counter()), ...(ts.isBlock(body) ? body.statements : [body])], true);
  const either = (expression) => factory.createParenthesizedExpression(factory.createComma(counter(), expression));
  const transformed = ts.transform(file, [
    (context) => (root) => {
      const visit = (node) => mark(ts.visitEachChild(node, visit, context));
      return ts.visitNode(root, visit);
    },
  ]);

  function mark(node) {
    if (ts.isArrowFunction(node)) {
      const body = ts.isBlock(node.body) ? block(node.body) : either(node.body);
      return factory.updateArrowFunction(node, node.modifiers, node.typeParameters, node.parameters, node.type, node.equalsGreaterThanToken, body);
    }
    if (ts.isFunctionDeclaration(node) && node.body) {
      const { modifiers, asteriskToken, name, typeParameters, parameters, type, body } = node;
      return factory.updateFunctionDeclaration(node, modifiers, asteriskToken, name, typeParameters, parameters, type, block(body));
    }
    if (ts.isIfStatement(node))
      return factory.updateIfStatement(
        node,
        node.expression,
        block(node.thenStatement),
        node.elseStatement ? block(node.elseStatement) : block(factory.createBlock([])),
      );
    if (ts.isConditionalExpression(node))
      return factory.updateConditionalExpression(node, node.condition, node.questionToken, either(node.whenTrue), node.colonToken, either(node.whenFalse));
    if (ts.isBinaryExpression(node) && branching.has(node.operatorToken.kind))
      return factory.updateBinaryExpression(node, node.left, node.operatorToken, either(node.right));
    if (ts.isForOfStatement(node)) return factory.updateForOfStatement(node, node.awaitModifier, node.initializer, node.expression, block(node.statement));
    if (ts.isForStatement(node)) return factory.updateForStatement(node, node.initializer, node.condition, node.incrementor, block(node.statement));
    if (ts.isWhileStatement(node)) return factory.updateWhileStatement(node, node.expression, block(node.statement));
    if (ts.isCaseClause(node)) return factory.updateCaseClause(node, node.expression, [factory.createExpressionStatement(counter()), ...node.statements]);
    return node;
  }
  return ts.createPrinter().printFile(transformed.transformed[0]);
}

const branching = new Set([ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken]);
