using System.Collections.Immutable;
using System.Globalization;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Reading;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Configuration;

/// <summary>Reads a file of waivers: a list <c>waivers</c> of <c>requirement</c>, <c>reason</c>, <c>owner</c> and <c>expires</c>.</summary>
public static class WaiverReader
{
    /// <summary>The waivers of a file, and what is wrong with it; with anything wrong, none of them should be used.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static (ImmutableArray<Waiver> Waivers, ImmutableArray<Diagnostic> Diagnostics) Read(
        string path,
        CancellationToken cancellationToken = default
    )
    {
        var diagnostics = new DiagnosticBag();
        if (SpecificationFiles.Read(path, diagnostics, cancellationToken) is not [var file])
        {
            return ([], diagnostics.ToSorted());
        }

        var root = YamlReader.Read(file.Source, diagnostics, cancellationToken);
        var context = new ReadingContext(diagnostics, []);
        if (root is null || context.Mapping(root, "the file of waivers") is not { } reader)
        {
            return ([], diagnostics.ToSorted());
        }

        if (reader.Value("waivers") is null)
        {
            reader.Missing("waivers");
        }

        ImmutableArray<Waiver> waivers =
        [
            .. reader
                .Items("waivers")
                .Select(item => context.Mapping(item, "a waiver") is { } entry ? Read(entry) : null)
                .OfType<Waiver>(),
        ];
        reader.End();
        return (waivers, diagnostics.ToSorted());
    }

    private static Waiver? Read(MappingReader reader)
    {
        var requirement = reader.RequiredText("requirement");
        var reason = reader.RequiredText("reason");
        var owner = reader.RequiredText("owner");
        var expires = Day(reader);
        reader.End();
        return requirement is null || reason is null || owner is null || expires is null
            ? null
            : new Waiver(requirement.Value, reason.Value, owner.Value, expires.Value, reader.Location);
    }

    private static DateOnly? Day(MappingReader reader)
    {
        if (reader.RequiredText("expires") is not { } text)
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(
                text.Value,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return day;
        }

        reader.Context.Diagnostics.Report(
            LoaderRules.WrongType,
            text.Location,
            $"'expires' cannot be '{text.Value}'",
            "the last day on which the waiver holds, as 2027-01-31",
            text.Value,
            null
        );
        return null;
    }
}
