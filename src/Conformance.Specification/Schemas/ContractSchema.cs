using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas.Json;
using Conformance.Specification.Schemas.Writing;
using NJsonSchema;

namespace Conformance.Specification.Schemas;

/// <summary>
/// A schema of the specification, ready to judge bodies. Every violation names both places: where in the body and
/// which line of the specification says so. Compiled once, immutable, thread-safe.
/// </summary>
public sealed class ContractSchema
{
    private readonly WrittenSchema written;
    private readonly SchemaCompilation compilation;
    private readonly Lazy<JsonSchema> model;

    private ContractSchema(SchemaNode node, WrittenSchema written)
    {
        Node = node;
        this.written = written;
        using var document = JsonDocument.Parse(written.Json, new JsonDocumentOptions { MaxDepth = 256 });
        compilation = SchemaValidator.Compile(document.RootElement.Clone());
        Problems = [.. compilation.Problems.Select(Diagnose)];
        model = new Lazy<JsonSchema>(() => JsonSchema.FromJsonAsync(written.Json).GetAwaiter().GetResult());
    }

    /// <summary>The schema as the specification has it.</summary>
    public SchemaNode Node { get; }

    /// <summary>
    /// What is not enforced: errors (ids <c>SCH-1xx</c>) make the schema unusable, warnings (<c>SCH-2xx</c>) name
    /// formats that are not checked.
    /// </summary>
    public ImmutableArray<Diagnostic> Problems { get; }

    /// <summary>The schema as an NJsonSchema model, built on first use; for tools, never for verdicts.</summary>
    public JsonSchema Model => model.Value;

    /// <summary>Compiles a schema.</summary>
    /// <param name="node">The schema.</param>
    /// <param name="specification">Has the data models that references lead to; not needed without references.</param>
    public static ContractSchema Create(SchemaNode node, IntegrationSpecification? specification = null) =>
        new(node, SchemaWriter.Write(node, specification));

    /// <summary>The schema as JSON Schema 2020-12, the same text for the same schema.</summary>
    public string ToJson() => written.Json;

    /// <summary>How a body contradicts the schema, located by line and column; empty when it is valid. A body that is
    /// no strict JSON has one violation with the keyword <c>json</c>.</summary>
    /// <param name="body">The bytes of the body.</param>
    /// <param name="maxViolations">How many violations are reported at most, at least 1.</param>
    public ImmutableArray<SchemaViolation> Validate(
        ReadOnlyMemory<byte> body,
        int maxViolations = SchemaValidator.DefaultMaxViolations
    )
    {
        var parsed = StrictJson.Parse(body);
        if (parsed.Defect is { } defect)
        {
            return [Violation(defect)];
        }

        var violations = Validate(parsed.Root!.Value, maxViolations);
        if (violations.IsEmpty)
        {
            return violations;
        }

        var offsets = JsonLocator.Offsets(body.Span, violations.SelectMany(AllPointers));
        return [.. violations.Select(violation => Locate(violation, body.Span, offsets))];
    }

    /// <summary>How a value contradicts the schema; empty when it is valid.</summary>
    /// <param name="value">The value.</param>
    /// <param name="maxViolations">How many violations are reported at most, at least 1.</param>
    /// <exception cref="InvalidOperationException">The schema has fatal <see cref="Problems"/>.</exception>
    public ImmutableArray<SchemaViolation> Validate(
        JsonElement value,
        int maxViolations = SchemaValidator.DefaultMaxViolations
    )
    {
        if (compilation.Validator is not { } validator)
        {
            throw new InvalidOperationException(
                $"The schema at {Node.Location} cannot be enforced: {Problems[0].Message}."
            );
        }

        var violations = validator.Validate(value, maxViolations);
        return violations.IsEmpty ? violations : [.. violations.Select(Attribute)];
    }

    private SchemaViolation Attribute(SchemaViolation violation) =>
        violation with
        {
            Rule = written.Locate(violation.SchemaPointer, LastName(violation.Pointer)),
            Causes = [.. violation.Causes.Select(Attribute)],
        };

    private SchemaViolation Violation(JsonDefect defect) =>
        new()
        {
            Path = defect.Path,
            Pointer = "",
            Keyword = "json",
            Expected = "JSON (RFC 8259)",
            Actual = defect.Message,
            Rule = Node.Location,
            Line = defect.Line,
            Column = defect.Column,
        };

    private static SchemaViolation Locate(
        SchemaViolation violation,
        ReadOnlySpan<byte> body,
        IReadOnlyDictionary<string, int> offsets
    )
    {
        var (line, column) = JsonPosition.Of(body, offsets[violation.Pointer]);
        var causes = ImmutableArray.CreateBuilder<SchemaViolation>(violation.Causes.Length);
        foreach (var cause in violation.Causes)
        {
            causes.Add(Locate(cause, body, offsets));
        }

        return violation with
        {
            Line = line,
            Column = column,
            Causes = causes.ToImmutable(),
        };
    }

    private static IEnumerable<string> AllPointers(SchemaViolation violation) =>
        violation.Causes.SelectMany(AllPointers).Prepend(violation.Pointer);

    private static string LastName(string pointer) =>
        pointer[(pointer.LastIndexOf('/') + 1)..]
            .Replace("~1", "/", StringComparison.Ordinal)
            .Replace("~0", "~", StringComparison.Ordinal);

    private Diagnostic Diagnose(SchemaProblem problem)
    {
        var (id, severity) = problem.Kind switch
        {
            SchemaProblemKind.InvalidPattern => ("SCH-101", Severity.Error),
            SchemaProblemKind.UnresolvedReference => ("SCH-102", Severity.Error),
            SchemaProblemKind.InvalidKeyword => ("SCH-103", Severity.Error),
            SchemaProblemKind.UnknownFormat => ("SCH-201", Severity.Warning),
            _ => ("SCH-202", Severity.Warning),
        };
        return new Diagnostic(id, severity, problem.Message, written.Locate(problem.Pointer));
    }
}
