using System.Collections.Immutable;
using Conformance.OpenApi.Reading;
using Conformance.Specification;
using Conformance.Specification.Configuration;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Drafts;

namespace Conformance.OpenApi.Import;

/// <summary>
/// Loads and lints a draft. Values that contradict their own document, examples above all, are taken out and said; what
/// rules of quality call an error, because OpenAPI cannot say what they ask for, is accepted in a comment that says so.
/// </summary>
internal static class DraftRepair
{
    private const int Rounds = 8;
    private const string ExampleRule = "HTP-104";

    public static ImportedSpecification Load(
        OpenApiFiles files,
        DraftMapping draft,
        ImportLedger ledger,
        CancellationToken cancellationToken
    )
    {
        var name = files.Main.Source.Name;
        for (var round = 0; ; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var loaded = SpecificationLoader.LoadDraft(name, draft, files.Sources);
            var errors = Linter.Lint(loaded).Where(d => d.Severity == Severity.Error).ToList();
            var wrong = errors.Where(IsValue).DistinctBy(d => d.Location.Path).ToList();
            if (wrong.Count == 0 || round == Rounds)
            {
                return Finish(loaded, draft, [.. errors.Where(d => !IsValue(d))], ledger);
            }

            foreach (var finding in wrong)
            {
                TakeBack(finding, ledger);
            }

            draft = DraftTree.Without(draft, wrong.Select(d => d.Location.Path).ToHashSet(StringComparer.Ordinal));
        }
    }

    /// <summary>Whether what is found is one value, without which everything else stands.</summary>
    private static bool IsValue(Diagnostic finding) =>
        finding.Location.Path.Length > 0
        && (
            finding.Id == ExampleRule
            || finding.Id.StartsWith("DOC-0", StringComparison.Ordinal)
            || finding.Id.StartsWith("SCH-", StringComparison.Ordinal)
        );

    private static void TakeBack(Diagnostic finding, ImportLedger ledger)
    {
        const string why = "it violates its own schema";
        if (finding.Id != ExampleRule)
        {
            ledger.Lost("value", $"{finding.Id}: {finding.Message}", finding.Location);
        }
        else if (finding.Location.Path.EndsWith(".default", StringComparison.Ordinal))
        {
            ledger.Lost("default", why, finding.Location);
        }
        else
        {
            ledger.TakeBack(ImportKinds.Examples, "example", why, finding.Location);
        }
    }

    private static ImportedSpecification Finish(
        LoadResult loaded,
        DraftMapping draft,
        ImmutableArray<Diagnostic> open,
        ImportLedger ledger
    )
    {
        var accepted = open.GroupBy(d => d.Id).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var configuration = LintConfiguration.Default with
        {
            Rules = LintConfiguration.Default.Rules.AddRange(
                accepted.Select(g => KeyValuePair.Create<string, Severity?>(g.Key, null))
            ),
        };
        var result = Linter.LintAll(loaded, new LintOptions { Configuration = configuration });
        var report = ledger.Close();
        return new ImportedSpecification(
            loaded with
            {
                Diagnostics = result.Diagnostics,
                Suppressed = result.Suppressed,
                Configuration = configuration,
            },
            ImportHead.Write(draft, report, accepted),
            report
        );
    }
}
