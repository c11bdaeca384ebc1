using System.Globalization;
using Conformance.Comparing;

namespace Conformance.Cli.Output;

/// <summary>A comparison of runs for people: on a terminal, or as Markdown for a comment.</summary>
/// <param name="comparison">The comparison.</param>
/// <param name="isMarkdown">Whether it is Markdown.</param>
internal sealed class ComparisonText(RunComparison comparison, bool isMarkdown)
{
    private const int MostShown = 50;

    /// <summary>Writes the comparison.</summary>
    public void Write(TextWriter output)
    {
        var kind = comparison.IsOfTwoTargets ? "two targets" : "two runs";
        output.WriteLine(isMarkdown ? $"# Comparison of {kind}\n" : $"Comparison of {kind}");
        Bullet(output, $"A: {Head(comparison.Before)}");
        Bullet(output, $"B: {Head(comparison.After)}");
        if (!comparison.IsOfOneSpecification)
        {
            Bullet(output, "The runs are of two versions of the specification (conformance diff compares those).");
        }

        if (comparison.IsOfOtherCases)
        {
            Bullet(
                output,
                Invariant(
                    $"The runs chose their cases otherwise (A: {Chosen(comparison.Before)}; B: {Chosen(comparison.After)}): {comparison.NotCompared} cases that only one of them decided are not compared."
                )
            );
        }

        if (comparison.IsOfTwoTargets)
        {
            Bullet(
                output,
                "Each target is held to the limits and service levels that its environment declares; how often a case had to be sent does not count as a difference."
            );
        }

        Section(output, "Newly failing", comparison.NewlyFailing, Changed);
        Section(output, "Fixed", comparison.Fixed, Changed);
        Section(output, "No longer decided", comparison.NoLongerDecided, Changed);
        Section(
            output,
            comparison.IsOfTwoTargets ? "Behave otherwise" : "Answered otherwise",
            comparison.Differences,
            d => $"{Code(d.Id)} {Text(d.Title)}\n      A {Code(d.Before)}\n      B {Code(d.After)}"
        );
        Section(
            output,
            "Slower (median, with 95 % confidence)",
            comparison.Slower,
            s => Invariant($"{Code(s.Operation)} {s.BeforeMs:0.#} ms -> {s.AfterMs:0.#} ms, from {s.Samples} answers")
        );
        Coverage(output);
        output.WriteLine();
        output.WriteLine(
            Invariant(
                $"{comparison.NewlyFailing.Length} newly failing, {comparison.Fixed.Length} fixed, {comparison.NoLongerDecided.Length} no longer decided, {comparison.Differences.Length} answered otherwise, {comparison.Slower.Length} slower"
            )
        );
    }

    private void Coverage(TextWriter output)
    {
        var (before, after) = (comparison.Before.Requirements, comparison.After.Requirements);
        if (
            (before != after && !comparison.IsOfOtherCases)
            || !comparison.RequirementsLost.IsEmpty
            || !comparison.RequirementsGained.IsEmpty
        )
        {
            Heading(output, "Coverage");
            Bullet(
                output,
                Invariant($"{before.Tested} of {before.Total} requirements tested -> {after.Tested} of {after.Total}")
            );
        }

        Section(output, "Requirements that are no longer tested", comparison.RequirementsLost, Code);
        Section(output, "Requirements that are tested now", comparison.RequirementsGained, Code);
    }

    private void Section<T>(TextWriter output, string heading, IReadOnlyCollection<T> items, Func<T, string> line)
    {
        if (items.Count == 0)
        {
            return;
        }

        Heading(output, Invariant($"{heading}: {items.Count}"));
        foreach (var item in items.Take(MostShown))
        {
            Bullet(output, line(item));
        }

        if (items.Count > MostShown)
        {
            Bullet(output, Invariant($"and {items.Count - MostShown} more (--format json has all)"));
        }
    }

    private void Heading(TextWriter output, string text) =>
        output.WriteLine(isMarkdown ? $"\n## {text}\n" : $"\n{text}");

    private void Bullet(TextWriter output, string text) =>
        output.WriteLine(isMarkdown ? $"- {text}" : $"  {SafeText.Of(text)}");

    private string Changed(ChangedCase of) =>
        $"{Code(of.Id)} {Text(of.Title)} ({of.Before} -> {of.After})"
        + (of.Detail is { Length: > 0 } detail ? $"\n      {Code(detail)}" : "");

    private string Head(SummarizedRun run) =>
        Invariant(
            $"{Code(run.Run.Simulated ? "simulator" : run.Run.BaseUrl)} as {Code(run.Run.Environment)}, {run.Run.StartedAt:yyyy-MM-dd HH:mm} UTC, specification {Code(run.Run.Specification.Version ?? run.Run.Specification.Sha256[..Math.Min(8, run.Run.Specification.Sha256.Length)])}"
        );

    private string Chosen(SummarizedRun run) =>
        (run.Run.Filter, run.Run.Profile) switch
        {
            (null, null) => "all",
            ({ } filter, null) => $"filter {Code(filter)}",
            (null, { } profile) => $"profile {Code(profile)}",
            ({ } filter, { } profile) => $"profile {Code(profile)}, filter {Code(filter)}",
        };

    // In Markdown whatever a target or an author wrote stands in code, where nothing is markup.
    private string Code(string text) =>
        isMarkdown ? $"`{text.ReplaceLineEndings(" ").Replace('`', '\'')}`" : text.ReplaceLineEndings(" ");

    private string Text(string text) => isMarkdown ? Code(text) : text.ReplaceLineEndings(" ");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
