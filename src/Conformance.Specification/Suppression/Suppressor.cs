using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Suppression;

/// <summary>Takes accepted findings out, and reports suppressions that accept nothing.</summary>
internal sealed class Suppressor(DateOnly today, FrozenSet<string> known, FrozenSet<string> switchedOff)
{
    /// <summary>What remains, with what is wrong with the suppressions themselves.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="sources">The texts with the comments.</param>
    /// <param name="accepted">Gets what was taken out.</param>
    public List<Diagnostic> Apply(
        IReadOnlyCollection<Diagnostic> findings,
        ImmutableArray<SourceText> sources,
        List<SuppressedDiagnostic> accepted
    )
    {
        var remaining = new List<Diagnostic>();
        var entries = sources
            .SelectMany(source => SuppressionReader.Read(source, remaining))
            .SelectMany(s => s.Ids.Select(id => new Entry(s, id)))
            .ToList();
        if (entries.Count == 0)
        {
            return [.. remaining, .. findings];
        }

        var byPlace = entries.ToLookup(e => (e.Suppression.Location.File, e.Suppression.Line, e.Id));
        foreach (var finding in findings)
        {
            var file = finding.Location.File;
            var matching = byPlace[(file, finding.Location.Line, finding.Id)]
                .Concat(byPlace[(file, null, finding.Id)])
                .ToList();
            matching.ForEach(e => e.IsUsed = true);
            var holding = matching.Find(e => e.Suppression.Until is not { } day || day >= today);
            if (holding is null || !CanBeSuppressed(finding))
            {
                remaining.Add(finding);
            }
            else
            {
                accepted.Add(
                    new SuppressedDiagnostic(finding, holding.Suppression.Reason, holding.Suppression.Location)
                );
            }
        }

        remaining.AddRange(entries.Select(About).OfType<Diagnostic>());
        return remaining;
    }

    /// <summary>What the loader could not read stays unread, whatever a comment says.</summary>
    private static bool CanBeSuppressed(Diagnostic finding) =>
        finding.Severity != Severity.Error || !LoaderRules.All.Any(rule => rule.Id == finding.Id);

    private Diagnostic? About(Entry entry)
    {
        var (location, until) = (entry.Suppression.Location, entry.Suppression.Until);
        if (!known.Contains(entry.Id))
        {
            var near = NearestWord.Among(known, entry.Id);
            return SuppressionReader.Malformed(
                location,
                $"there is no rule {entry.Id}" + (near is null ? "" : $"; did you mean {near}?"),
                entry.Id
            );
        }

        return !entry.IsUsed && !switchedOff.Contains(entry.Id)
                ? Finding(SuppressionRules.Unused, location, $"this suppression of {entry.Id} accepts no finding") with
                {
                    Edit = Removal(entry.Suppression),
                }
            : until is { } day && day < today
                ? Finding(
                    SuppressionRules.Expired,
                    location,
                    $"this suppression of {entry.Id} expired on {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
                )
            : null;
    }

    /// <summary>A comment that names one rule goes; one that names more is for people to edit.</summary>
    private static TextEdit? Removal(Suppression suppression) =>
        suppression.Ids.Length == 1 ? new TextEdit(suppression.Location, "") : null;

    private static Diagnostic Finding(RuleDescription rule, SourceLocation location, string message) =>
        new(rule.Id, rule.Severity, message, location) { Fix = rule.Fix };

    private sealed class Entry(Suppression suppression, string id)
    {
        public Suppression Suppression { get; } = suppression;

        public string Id { get; } = id;

        public bool IsUsed { get; set; }
    }
}
