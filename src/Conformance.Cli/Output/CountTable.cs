using System.Globalization;
using Conformance.Scenarios.Compiling;
using Conformance.Traffic;
using Conformance.Verdicts.Results;
using Spectre.Console;

namespace Conformance.Cli.Output;

/// <summary>How many cases came to which verdict, by kind and by endpoint.</summary>
internal static class CountTable
{
    private static readonly Verdict[] Columns = Enum.GetValues<Verdict>();

    /// <summary>The tables of a run: a provider's by kind and by endpoint, a consumer's by situation.</summary>
    public static IEnumerable<Table> Of(RunResult result) =>
        result.Run.Subject is RunSubject.Provider ? [ByKind(result), ByEndpoint(result)] : [BySituation(result)];

    // The second part of a consumer's ids: webhook-receiver/signature/wrong-secret.
    private static Table BySituation(RunResult result) =>
        Of("situation", result.Cases.GroupBy(c => c.Case.Id.Split('/') is [_, var name, ..] ? name : c.Case.Id));

    /// <summary>The table by kind, in the order of the kinds.</summary>
    public static Table ByKind(RunResult result) =>
        Of("kind", result.Cases.GroupBy(c => KindNames.Of(c.Case.Kind)).OrderBy(g => g.First().Case.Kind));

    /// <summary>The table by endpoint, in the order of the specification; cases that call none come last.</summary>
    public static Table ByEndpoint(RunResult result)
    {
        var order = result.Run.Specification.Endpoints.Select(e => e.Name).ToList();
        return Of(
            "endpoint",
            result
                .Cases.GroupBy(c => c.Case.Endpoint?.Name ?? "(none)")
                .OrderBy(g => order.IndexOf(g.Key) is var index && index < 0 ? int.MaxValue : index)
        );
    }

    /// <summary>The table of traffic that was counted on the way.</summary>
    public static Table Of(IEnumerable<OperationCount> counts) =>
        Of(
            "endpoint",
            counts.GroupBy(c => c.Operation),
            (group, verdict) => group.Where(c => c.Verdict == verdict).Sum(c => c.Count)
        );

    private static Table Of(string heading, IEnumerable<IGrouping<string, CaseResult>> groups) =>
        Of(heading, groups, (group, verdict) => group.Count(c => c.Verdict == verdict));

    private static Table Of<T>(
        string heading,
        IEnumerable<IGrouping<string, T>> groups,
        Func<IGrouping<string, T>, Verdict, int> count
    )
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(heading);
        foreach (var verdict in Columns)
        {
            table.AddColumn(new TableColumn(Styles.Name(verdict)).RightAligned().NoWrap());
        }

        foreach (var group in groups)
        {
            table.AddRow([new Text(SafeText.OneLine(group.Key)), .. Columns.Select(v => Cell(count(group, v), v))]);
        }

        return table;
    }

    private static Text Cell(int count, Verdict verdict) =>
        count == 0
            ? new Text("-", Styles.Quiet)
            : new Text(count.ToString(CultureInfo.InvariantCulture), Styles.Of(verdict));
}
