using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Reading;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Configuration;

/// <summary>Finds and reads <c>.conformance.yaml</c>: beside the specification, or in the nearest folder above.</summary>
public static class LintConfigurationReader
{
    /// <summary>Name of the file.</summary>
    public const string FileName = ".conformance.yaml";

    private static readonly ImmutableArray<string> Severities = ["off", "error", "warning", "info"];

    /// <summary>The configuration that holds for a specification, and what is wrong with it.</summary>
    /// <param name="specification">The file or folder of the specification.</param>
    /// <param name="sources">Gets the text of the configuration, for messages that show its lines.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static (LintConfiguration Configuration, ImmutableArray<Diagnostic> Diagnostics) Find(
        string specification,
        ICollection<SourceText> sources,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (FileOf(specification) is not { } path)
        {
            return (LintConfiguration.Default, []);
        }

        var diagnostics = new DiagnosticBag();
        if (SpecificationFiles.Read(path, diagnostics, cancellationToken) is not [var file])
        {
            return (LintConfiguration.Default, diagnostics.ToSorted());
        }

        sources.Add(file.Source);
        var root = YamlReader.Read(file.Source, diagnostics, cancellationToken);
        var context = new ReadingContext(diagnostics, []);
        var configuration =
            root is null ? LintConfiguration.Default
            : context.Mapping(root, "the configuration") is { } reader ? Read(reader)
            : LintConfiguration.Default;
        return (configuration with { File = file.Source.Name }, diagnostics.ToSorted());
    }

    private static string? FileOf(string specification)
    {
        // Shown as the user would name it: relative to where the command runs.
        var full = Path.GetFullPath(specification);
        var folder = Directory.Exists(full) ? full : Path.GetDirectoryName(full);
        while (folder is not null)
        {
            var path = Path.Combine(folder, FileName);
            if (File.Exists(path))
            {
                var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
                return Path.IsPathRooted(specification) ? path : relative;
            }

            folder = Path.GetDirectoryName(folder);
        }

        return null;
    }

    private static LintConfiguration Read(MappingReader reader)
    {
        var rules = ImmutableDictionary.CreateBuilder<string, Severity?>(StringComparer.OrdinalIgnoreCase);
        if (reader.Mapping("rules", "the rules") is { } block)
        {
            foreach (var key in block.Source.Entries.Select(e => e.Key))
            {
                // Read before the id is judged, so that one finding tells all that is wrong with the line.
                var severity = block.Word(key.Text, Severities);
                if (!Linter.Rules.Any(rule => rule.Id.Equals(key.Text, StringComparison.OrdinalIgnoreCase)))
                {
                    Unknown(reader.Context, key);
                }
                else if (severity is not null)
                {
                    rules[key.Text] = severity.Value == "off" ? null : Parse(severity.Value);
                }
            }
        }

        var configuration = new LintConfiguration
        {
            Rules = rules.ToImmutable(),
            FailSeverity = reader.Word("fail_severity", "error", "warning", "info") is { } least
                ? Parse(least.Value)
                : null,
        };
        reader.End();
        return configuration;
    }

    private static void Unknown(ReadingContext context, YamlScalar key)
    {
        var near = NearestWord.Among(Linter.Rules.Select(r => r.Id), key.Text);
        context.Diagnostics.Report(
            LoaderRules.Reference,
            key.Location,
            $"there is no rule '{key.Text}'",
            "an id that 'conformance rules' lists",
            key.Text,
            near is null ? LoaderRules.Reference.Fix : $"did you mean '{near}'?"
        );
    }

    private static Severity Parse(string word) => Enum.Parse<Severity>(word, ignoreCase: true);
}
