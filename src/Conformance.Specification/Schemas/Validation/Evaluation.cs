using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Schemas.Json;
using Conformance.Specification.Schemas.Resolution;

namespace Conformance.Specification.Schemas.Validation;

/// <summary>The state of one validation. Not thread-safe; every validation has its own.</summary>
internal sealed class Evaluation
{
    private readonly int maxViolations;
    private ImmutableArray<SchemaViolation>.Builder? violations;

    /// <summary>Starts a validation.</summary>
    /// <param name="maxViolations">How many violations are recorded at most; 0 only answers whether there is one.</param>
    public Evaluation(int maxViolations)
    {
        this.maxViolations = maxViolations;
        violations = maxViolations > 0 ? ImmutableArray.CreateBuilder<SchemaViolation>() : null;
    }

    /// <summary>Where in the value the validation is.</summary>
    public JsonPath Path { get; } = new();

    /// <summary>The schema resources that the validation went through, outermost first.</summary>
    public List<SchemaResource> Scope { get; } = [];

    /// <summary>Whether evaluation may stop at the first contradiction: nobody wants to hear of a second one.</summary>
    public bool MayStop => violations is null || violations.Count >= maxViolations;

    /// <summary>What was recorded.</summary>
    public ImmutableArray<SchemaViolation> Violations => violations?.ToImmutable() ?? [];

    /// <summary>Records a violation; always false.</summary>
    /// <param name="keyword">The violated keyword.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="actual">What was there.</param>
    public bool Fail(SchemaKeyword keyword, string expected, JsonElement actual) =>
        MayStop ? false : Fail(keyword.Name, keyword.Pointer, expected, JsonText.Describe(actual));

    /// <summary>Records a violation; always false.</summary>
    /// <param name="keyword">The violated keyword.</param>
    /// <param name="pointer">Where it stands in the schema.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="actual">What was there, in words.</param>
    /// <param name="causes">How the closest alternative is violated.</param>
    /// <param name="isUndecided">Whether the value may still be valid.</param>
    public bool Fail(
        string keyword,
        string pointer,
        string expected,
        string actual,
        ImmutableArray<SchemaViolation>? causes = null,
        bool isUndecided = false
    )
    {
        if (!MayStop)
        {
            violations!.Add(
                new SchemaViolation
                {
                    Path = Path.ToString(),
                    Pointer = Path.ToPointer(),
                    Keyword = keyword,
                    Expected = expected,
                    Actual = actual,
                    SchemaPointer = pointer,
                    Causes = causes ?? [],
                    IsUndecided = isUndecided,
                }
            );
        }

        return false;
    }

    /// <summary>Evaluates a schema whose violations do not count by themselves.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="instance">The value.</param>
    /// <param name="evaluated">What was looked at, if someone wants to know.</param>
    public bool IsValid(CompiledSchema schema, JsonElement instance, Evaluated? evaluated)
    {
        var outer = violations;
        violations = null;
        var valid = schema.Evaluate(instance, this, evaluated);
        violations = outer;
        return valid;
    }

    /// <summary>The violations of an alternative, kept apart from the others.</summary>
    /// <param name="schema">The alternative.</param>
    /// <param name="instance">The value.</param>
    public ImmutableArray<SchemaViolation> Probe(CompiledSchema schema, JsonElement instance)
    {
        var outer = violations;
        violations = ImmutableArray.CreateBuilder<SchemaViolation>();
        schema.Evaluate(instance, this, null);
        var result = violations.ToImmutable();
        violations = outer;
        return result;
    }
}
