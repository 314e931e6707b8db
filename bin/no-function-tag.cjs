// Stands where js-yaml looks for its tag of JavaScript functions: a type that no text is of.
"use strict";

const Type = require("js-yaml/lib/js-yaml/type");

module.exports = new Type("tag:yaml.org,2002:js/function", { kind: "scalar", resolve: () => false, construct: () => undefined });
