using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;
using Conformance.Cli.Output;
using Conformance.Specification;

namespace Conformance.Cli.Arguments;

/// <summary>The specification a command is about, and which one is meant when none is named.</summary>
internal static class SpecificationArgument
{
    private const string Folder = "specs";

    /// <summary>The argument of a command.</summary>
    public static Argument<string?> Create()
    {
        var argument = new Argument<string?>("SPEC")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description =
                "A YAML file, or a folder whose YAML files make up one specification. "
                + $"Left out: {Preferred}, else the only YAML file in {Folder}/",
        };
        argument.Validators.Add(RefuseOptions);
        return argument;
    }

    /// <summary>A specification that must be named.</summary>
    public static Argument<string> CreateRequired(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(RefuseOptions);
        return argument;
    }

    /// <summary>A mistyped option would otherwise be taken for a path.</summary>
    private static void RefuseOptions(ArgumentResult result)
    {
        if (result.Tokens is [var token] && UnknownWords.IsOption(token.Value))
        {
            result.AddError($"unknown option '{token.Value}'");
        }
    }

    /// <summary>The path that was given, or the one that is meant.</summary>
    public static Attempt<string> Resolve(string? given) => given ?? Find(".");

    /// <summary>Reads the specification that was given, or the one that is meant; one with errors is refused.</summary>
    public static Attempt<LoadResult> Load(string? given, CancellationToken cancellationToken)
    {
        var path = Resolve(given);
        return path.Succeeded ? SpecificationSource.Load(path.Value, cancellationToken) : path.Refusal;
    }

    /// <summary>The specification that is meant in a folder when none is named.</summary>
    internal static Attempt<string> Find(string root)
    {
        if (File.Exists(Path.Combine(root, Preferred)))
        {
            return Preferred;
        }

        var folder = Path.Combine(root, Folder);
        string[] found = Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*.y*ml")
                    .Select(f => $"{Folder}/{Path.GetFileName(f)}")
                    .Order(StringComparer.Ordinal),
            ]
            : [];
        return found switch
        {
            [var only] => only,
            [] => Refusal.Configuration("No specification is named, and there is none in specs/.", "Name a YAML file."),
            _ => Refusal.Configuration(
                "No specification is named, and specs/ holds several.",
                $"Name one of: {string.Join(", ", found)}."
            ),
        };
    }

    // Which specification is the default is a matter of this repository, not of the code: the project file says it.
    private static string Preferred { get; } =
        typeof(SpecificationArgument)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(a => a.Key == "DefaultSpecification")
            .Value!;
}
