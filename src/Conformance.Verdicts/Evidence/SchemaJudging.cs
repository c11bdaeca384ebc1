using System.Collections.Immutable;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Evidence;

/// <summary>Judges a body by a schema: a JSON path on one side of each finding, a line of the specification on the other.</summary>
internal static class SchemaJudging
{
    /// <summary>Judges a body.</summary>
    /// <param name="seen">The exchange.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="beside">A schema that is judged elsewhere: what contradicts it too is not said twice.</param>
    public static Judgement Judge(SeenExchange seen, SchemaNode schema, SchemaNode? beside = null)
    {
        if (seen.Response.IsTruncated)
        {
            return Judgement.NotJudged(
                seen.Where("body"),
                "a body that can be read to its end",
                seen.Body.Defect!,
                "raise the greatest response size, or answer with less"
            );
        }

        if (seen.Json is null)
        {
            return beside is null ? Judgement.Broken(NoJson(seen, schema)) : Judgement.Held;
        }

        var said = Violations(seen, beside).Select(v => (v.Path, v.Keyword)).ToHashSet();
        var violations = Violations(seen, schema).Where(v => !said.Contains((v.Path, v.Keyword))).ToArray();
        var undecided = Array.Find(violations, v => v.IsUndecided);
        return undecided is not null && violations.All(v => v.IsUndecided)
            ? Undecided(seen, undecided)
            : Judgement.Broken([.. violations.Where(v => !v.IsUndecided).Select(v => Finding(seen, v))]);
    }

    private static ImmutableArray<SchemaViolation> Violations(SeenExchange seen, SchemaNode? schema) =>
        schema is null ? [] : seen.Body.Violations(schema, seen.Context);

    private static Finding NoJson(SeenExchange seen, SchemaNode schema)
    {
        var type = seen.Response.Body.IsEmpty
            ? ""
            : $" ({Excerpt.OfHeader([.. seen.Response.HeaderValues("Content-Type")])})";
        return new(
            seen.Where("body"),
            Cited.At("a JSON body", schema.Location),
            $"{seen.Body.Defect}{type}",
            $"send the declared body with status {seen.Status}, from every layer that may answer"
        );
    }

    private static Finding Finding(SeenExchange seen, SchemaViolation violation)
    {
        var nearest = violation.Causes.IsDefaultOrEmpty ? "" : $"; nearest alternative: {violation.Causes[0]}";
        return new(
            Excerpt.OfText(seen.WhereInBody(violation.Path)),
            Cited.At(violation.Expected, violation.Rule),
            Excerpt.OfText($"{violation.Actual}{nearest}", 300),
            "send what the specification says, or say in the specification what is sent"
        );
    }

    private static Judgement Undecided(SeenExchange seen, SchemaViolation violation) =>
        Judgement.NotJudged(
            Excerpt.OfText(seen.WhereInBody(violation.Path)),
            Cited.At(violation.Expected, violation.Rule),
            "matching took too long",
            "write the pattern so that it needs no backtracking"
        );
}
