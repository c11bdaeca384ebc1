using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Conformance.Specification.Schemas.Json;
using Conformance.Specification.Schemas.Resolution;

namespace Conformance.Specification.Schemas.Validation;

/// <summary>One compiled schema. It exists before its keywords do, so that schemas can refer to each other.</summary>
/// <param name="place">Where it stands.</param>
internal sealed class CompiledSchema(SchemaPlace place)
{
    private ImmutableArray<SchemaKeyword> keywords = [];
    private bool asksForEvaluated;

    /// <summary>Where it stands.</summary>
    public SchemaPlace Place { get; } = place;

    /// <summary>Whether it is <c>false</c>, which nothing satisfies.</summary>
    public bool IsNever { get; } = place.Element.ValueKind == JsonValueKind.False;

    /// <summary>The keywords in the order in which they are applied.</summary>
    public ImmutableArray<SchemaKeyword> Keywords
    {
        get => keywords;
        set
        {
            keywords = [.. value.OrderBy(keyword => keyword.ComesLast)];
            asksForEvaluated = value.Any(keyword => keyword.ComesLast);
        }
    }

    /// <summary>Applies the schema.</summary>
    /// <param name="instance">The value.</param>
    /// <param name="evaluation">Takes violations.</param>
    /// <param name="evaluated">Takes what was looked at if the value is valid; null when nobody asks.</param>
    public bool Evaluate(JsonElement instance, Evaluation evaluation, Evaluated? evaluated)
    {
        if (IsNever)
        {
            return !evaluation.MayStop
                && evaluation.Fail("false", Place.Pointer, "nothing at all", JsonText.Describe(instance));
        }

        if (!evaluation.TakesStep())
        {
            return evaluation.FailUndecided("$ref", Place.Pointer, "a schema that comes to an end", "too many steps");
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return evaluation.Fail("$ref", Place.Pointer, "a schema that comes to an end", "endless recursion");
        }

        var enters = evaluation.Scope.Count == 0 || !ReferenceEquals(evaluation.Scope[^1], Place.Resource);
        if (enters)
        {
            evaluation.Scope.Add(Place.Resource);
        }

        var own = evaluated is not null || asksForEvaluated ? new Evaluated() : null;
        var valid = EvaluateKeywords(instance, evaluation, own);
        if (enters)
        {
            evaluation.Scope.RemoveAt(evaluation.Scope.Count - 1);
        }

        if (valid && own is not null)
        {
            evaluated?.Merge(own);
        }

        return valid;
    }

    private bool EvaluateKeywords(JsonElement instance, Evaluation evaluation, Evaluated? own)
    {
        var valid = true;
        foreach (var keyword in keywords)
        {
            // What an invalid value leaves unevaluated says nothing: those violations would be noise.
            if (!valid && (keyword.ComesLast || evaluation.MayStop))
            {
                break;
            }

            valid &= keyword.Evaluate(instance, evaluation, own);
        }

        return valid;
    }
}
