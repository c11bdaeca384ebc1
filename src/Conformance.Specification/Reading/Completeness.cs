using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;

namespace Conformance.Specification.Reading;

/// <summary>The components that every integration specification has; a part of one may be loaded all the same.</summary>
internal static class Completeness
{
    private static readonly ImmutableArray<(string Component, string[] Sections)> Components =
    [
        ("Integration Overview", ["overview"]),
        ("Authentication & Authorization", ["authentication"]),
        ("Endpoint Definitions", ["endpoints", "endpoint"]),
        ("Data Models", ["data_models"]),
        ("Error Handling", ["error_codes"]),
        ("Error Handling", ["error_format"]),
        ("Rate Limiting", ["rate_limits"]),
        ("Sequence Diagrams", ["sequence_diagrams", "sequence_diagram"]),
        ("Testing Scenarios", ["test_scenarios"]),
        ("Version and status", ["info"]),
        ("Environment Configuration", ["environments"]),
    ];

    /// <summary>One finding for all of them: a document of one block misses nearly everything, and knows it.</summary>
    public static void Report(MappingReader root, ReadingContext context)
    {
        var missing = Components.Where(c => c.Sections.All(s => root.Source.Find(s) is null)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var names = string.Join(", ", missing.Select(m => $"'{m.Sections[0]}'"));
        context.Diagnostics.Report(
            LoaderRules.MissingSection,
            root.Location with
            {
                EndLine = root.Location.Line,
                EndColumn = root.Location.Column + 1,
            },
            missing.Count == 1 ? $"missing section {names} ({missing[0].Component})" : $"missing sections {names}",
            fix: missing.Count == 1 ? $"add {names}" : "add them; in a part of a specification this can be ignored"
        );
    }
}
