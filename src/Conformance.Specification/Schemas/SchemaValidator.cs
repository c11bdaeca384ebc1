using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Schemas.Resolution;
using Conformance.Specification.Schemas.Validation;

namespace Conformance.Specification.Schemas;

/// <summary>How a raw schema is compiled.</summary>
public sealed record SchemaCompileOptions
{
    /// <summary>Draft of a schema without <c>$schema</c>; 2020-12 by default.</summary>
    public SchemaDraft DefaultDraft { get; init; } = SchemaDraft.Draft202012;

    /// <summary>Whether formats are checked; true by default. JSON Schema itself only notes them from 2019-09 on.</summary>
    public bool AssertFormats { get; init; } = true;

    /// <summary>Documents that references may lead to, by absolute URI without fragment; nothing is ever fetched.</summary>
    public IReadOnlyDictionary<string, JsonElement> Documents { get; init; } =
        ImmutableDictionary<string, JsonElement>.Empty;
}

/// <summary>The outcome of compiling a schema.</summary>
/// <param name="Validator">The validator; null when a problem is fatal.</param>
/// <param name="Problems">What is not enforced and why.</param>
public sealed record SchemaCompilation(SchemaValidator? Validator, ImmutableArray<SchemaProblem> Problems);

/// <summary>
/// Validates JSON values against a JSON Schema of draft 4 to 2020-12, as <c>$schema</c> says: exact numbers, code
/// points, ECMA-262 patterns, strict formats. Compiled once, immutable, thread-safe.
/// </summary>
public sealed class SchemaValidator
{
    private static readonly Uri UnnamedDocument = new("schema://unnamed/");

    private readonly CompiledSchema root;

    private SchemaValidator(CompiledSchema root) => this.root = root;

    /// <summary>How many violations are reported at most by default.</summary>
    public const int DefaultMaxViolations = 100;

    /// <summary>The keywords of a draft that are enforced. All others that assert something are reported.</summary>
    /// <param name="draft">The draft.</param>
    public static IEnumerable<string> EnforcedKeywords(SchemaDraft draft) => KeywordTable.EnforcedBy(draft);

    /// <summary>Compiles a schema.</summary>
    /// <param name="schema">The schema: an object or a boolean.</param>
    /// <param name="options">Options; the default ones when null.</param>
    public static SchemaCompilation Compile(JsonElement schema, SchemaCompileOptions? options = null)
    {
        options ??= new SchemaCompileOptions();
        var dialect = new SchemaDialect(options.DefaultDraft, HasValidation: true, options.AssertFormats);
        var index = new SchemaIndex(dialect, options.Documents);
        var compiler = new SchemaCompiler(index);
        var root = compiler.CompileAll(index.Add(UnnamedDocument, schema));
        var problems = compiler.Problems;
        return new(problems.Any(problem => problem.IsFatal) ? null : new SchemaValidator(root), problems);
    }

    /// <summary>Whether a value is known to be valid.</summary>
    /// <param name="instance">The value.</param>
    public bool IsValid(JsonElement instance)
    {
        var evaluation = new Evaluation(0);
        return root.Evaluate(instance, evaluation, null) && !evaluation.IsUndecided;
    }

    /// <summary>How a value contradicts the schema; empty when it is valid.</summary>
    /// <param name="instance">The value.</param>
    /// <param name="maxViolations">How many violations are reported at most, at least 1.</param>
    public ImmutableArray<SchemaViolation> Validate(JsonElement instance, int maxViolations = DefaultMaxViolations)
    {
        var evaluation = new Evaluation(Math.Max(1, maxViolations));
        root.Evaluate(instance, evaluation, null);
        return evaluation.Violations;
    }
}
