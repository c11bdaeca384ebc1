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

    public static void Report(MappingReader root, ReadingContext context)
    {
        foreach (var (component, sections) in Components)
        {
            if (sections.All(s => root.Source.Find(s) is null))
            {
                context.Diagnostics.Report(
                    LoaderRules.MissingSection,
                    root.Location with
                    {
                        EndLine = root.Location.Line,
                        EndColumn = root.Location.Column,
                    },
                    $"missing section '{sections[0]}' ({component})",
                    fix: $"add '{sections[0]}:', or ignore this when it is declared elsewhere"
                );
            }
        }
    }
}
