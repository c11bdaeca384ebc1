using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Drafts;
using Conformance.Specification.Reading;
using Conformance.Specification.Yaml;

namespace Conformance.Specification;

/// <summary>Loads a specification: one file, or a folder whose files are merged by top-level section.</summary>
public static class SpecificationLoader
{
    /// <summary>Loads a file or folder. Never throws for what is in it: everything wrong is a diagnostic.</summary>
    /// <param name="path">A YAML file, or a folder with YAML files.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static LoadResult Load(string path, CancellationToken cancellationToken = default)
    {
        var diagnostics = new DiagnosticBag();
        var files = SpecificationFiles.Read(path, diagnostics, cancellationToken);
        return Read(files, path, diagnostics, cancellationToken);
    }

    /// <summary>Loads a specification from a text.</summary>
    /// <param name="name">What diagnostics call the text.</param>
    /// <param name="text">The YAML.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static LoadResult LoadText(string name, string text, CancellationToken cancellationToken = default)
    {
        var diagnostics = new DiagnosticBag();
        var file = SpecificationFiles.OfText(name, text, diagnostics);
        return Read(file is null ? [] : [file], name, diagnostics, cancellationToken);
    }

    /// <summary>Loads a specification that was made from something else.</summary>
    /// <param name="name">The file it was made from.</param>
    /// <param name="draft">The specification.</param>
    /// <param name="sources">The texts it was made from, for messages that show the user's own line.</param>
    internal static LoadResult LoadDraft(string name, DraftMapping draft, ImmutableArray<SourceText> sources)
    {
        var diagnostics = new DiagnosticBag();
        var document = DraftTree.Of(draft);
        var specification = SpecificationReader.Read(document, Path.GetFileNameWithoutExtension(name), diagnostics) with
        {
            Files = [.. sources.Select(s => s.Name)],
            Digest = Convert.ToHexStringLower(
                SHA256.HashData([.. sources.SelectMany(s => Encoding.UTF8.GetBytes(s.Text))])
            ),
        };
        return new LoadResult(specification, diagnostics.ToSorted()) { Sources = sources, Document = document };
    }

    private static LoadResult Read(
        ImmutableArray<SpecificationFile> files,
        string path,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken
    )
    {
        ImmutableArray<SourceText> sources = [.. files.Select(f => f.Source)];
        var document = SpecificationMerger.Merge(
            [.. sources.Select(s => Root(s, diagnostics, cancellationToken)).OfType<YamlMapping>()],
            diagnostics
        );
        if (document is null)
        {
            return new LoadResult(null, diagnostics.ToSorted()) { Sources = sources };
        }

        var specification = SpecificationReader.Read(document, Path.GetFileNameWithoutExtension(path), diagnostics) with
        {
            Files = [.. sources.Select(s => s.Name)],
            Digest = Digest(files),
        };
        return new LoadResult(specification, diagnostics.ToSorted()) { Sources = sources, Document = document };
    }

    private static YamlMapping? Root(SourceText source, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var found = new DiagnosticBag();
        var root = YamlReader.Read(source, found, cancellationToken);
        diagnostics.AddRange(found);
        if (root is YamlMapping mapping)
        {
            return mapping;
        }

        if (root is not null and not YamlScalar { IsNull: true })
        {
            diagnostics.Report(
                LoaderRules.WrongType,
                root.Location,
                $"a specification must be a mapping of sections, not {root.Describe()}",
                "sections such as 'info:' and 'endpoints:'",
                root.Describe()
            );
        }
        else if (!found.HasErrors)
        {
            SpecificationFiles.ReportEmpty(source.Name, diagnostics);
        }

        return null;
    }

    private static string Digest(ImmutableArray<SpecificationFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(file.Bytes.AsSpan());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
