using Conformance.Specification;
using Conformance.Specification.Configuration;

namespace Conformance;

/// <summary>Reads a specification with everything that can be found wrong with it.</summary>
public static class SpecificationSource
{
    /// <summary>Loads and lints.</summary>
    /// <param name="path">A YAML file, or a folder of them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What was read, with or without errors; a refusal when there is nothing at that path.</returns>
    public static Attempt<LoadResult> Lint(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return Refusal.Configuration(
                $"There is no specification at '{path}'.",
                "Name a YAML file, or a folder whose YAML files make up one specification."
            );
        }

        var loaded = SpecificationLoader.Load(path, cancellationToken);
        var sources = loaded.Sources.ToBuilder();
        var (configuration, problems) = LintConfigurationReader.Find(path, sources, cancellationToken);
        var result = Linter.LintAll(loaded, new LintOptions { Configuration = configuration });
        return loaded with
        {
            Diagnostics = [.. problems, .. result.Diagnostics],
            Suppressed = result.Suppressed,
            Configuration = configuration,
            Sources = sources.ToImmutable(),
        };
    }

    /// <summary>Reads a specification that is going to be used: one with errors is refused, save those of advisory rules.</summary>
    /// <param name="path">A YAML file, or a folder of them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Attempt<LoadResult> Load(string path, CancellationToken cancellationToken)
    {
        var linted = Lint(path, cancellationToken);
        return
            linted.Value is { } invalid && (invalid.Specification is null || invalid.Diagnostics.Any(Linter.StopsRun))
            ? new Refusal(RefusalKind.SpecificationInvalid, $"The specification '{path}' has errors.")
            {
                Loading = invalid,
            }
            : linted;
    }
}
