using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Schemas.Json;
using Conformance.Specification.Schemas.Resolution;

namespace Conformance.Specification.Schemas.Validation;

/// <summary>The state of one validation. Not thread-safe; every validation has its own.</summary>
internal sealed class Evaluation
{
    // Keywords whose verdict follows from evaluations that record nothing.
    private static readonly FrozenSet<string> Derived = FrozenSet.Create(
        "not",
        "anyOf",
        "oneOf",
        "contains",
        "minContains",
        "maxContains"
    );

    // A body full of texts that are slow to match must not cost a time limit each.
    private const int MaxTimeouts = 3;

    // A second or two. A body of a million values, which is more than is read of one, takes fewer.
    private const int MaxSteps = 5_000_000;

    private readonly int maxViolations;
    private int steps;
    private int timeouts;
    private SchemaViolation? undecided;
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

    /// <summary>Whether a time limit was reached where no violation is recorded, inside <c>not</c> or an alternative.</summary>
    public bool IsUndecided => undecided is not null;

    /// <summary>What was recorded. What follows from an undecided match is itself undecided.</summary>
    public ImmutableArray<SchemaViolation> Violations
    {
        get
        {
            var recorded = violations?.ToImmutable() ?? [];
            return undecided is null ? recorded
                : recorded.IsEmpty ? [undecided]
                : [.. recorded.Select(v => Derived.Contains(v.Keyword) ? v with { IsUndecided = true } : v)];
        }
    }

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
    public bool Fail(
        string keyword,
        string pointer,
        string expected,
        string actual,
        ImmutableArray<SchemaViolation>? causes = null
    )
    {
        if (!MayStop)
        {
            violations!.Add(Violation(keyword, pointer, expected, actual) with { Causes = causes ?? [] });
        }

        return false;
    }

    /// <summary>Records that a time limit was reached, so that nothing is known; always false.</summary>
    /// <param name="keyword">The keyword that was not decided.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="actual">What was there, in words.</param>
    public bool FailUndecided(SchemaKeyword keyword, string expected, string actual)
    {
        var violation = Violation(
            keyword.Name,
            keyword.Pointer,
            expected,
            $"{actual}, not decided within the time limit"
        ) with
        {
            IsUndecided = true,
        };
        if (violations is null)
        {
            undecided ??= violation;
        }
        else if (!MayStop)
        {
            violations.Add(violation);
        }

        return false;
    }

    /// <summary>Whether another schema may be applied: models that apply each other many times over are not followed to the end.</summary>
    public bool TakesStep() => ++steps <= MaxSteps;

    /// <summary>Notes that the validation was given up; always false.</summary>
    /// <param name="keyword">The keyword that was not decided.</param>
    /// <param name="pointer">Where it stands in the schema.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="actual">What was there, in words.</param>
    public bool FailUndecided(string keyword, string pointer, string expected, string actual)
    {
        undecided ??= Violation(keyword, pointer, expected, actual) with { IsUndecided = true };
        return false;
    }

    /// <summary>Matches a pattern, unless the time limit was reached too often already.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="text">The text.</param>
    public PatternMatch Match(EcmaPattern pattern, string text)
    {
        var match = timeouts < MaxTimeouts ? pattern.Match(text) : PatternMatch.Undecided;
        timeouts += match == PatternMatch.Undecided ? 1 : 0;
        return match;
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

    private SchemaViolation Violation(string keyword, string pointer, string expected, string actual) =>
        new()
        {
            Path = Path.ToString(),
            Pointer = Path.ToPointer(),
            Keyword = keyword,
            Expected = expected,
            Actual = actual,
            SchemaPointer = pointer,
        };
}
