using System.Collections.Immutable;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Reading;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Reading;

/// <summary>The files of an OpenAPI document: the one that was named, and those its references lead to.</summary>
internal sealed class OpenApiFiles
{
    private readonly Dictionary<string, OpenApiFile?> byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OpenApiFile> byName = new(StringComparer.Ordinal);
    private readonly List<SourceText> texts = [];
    private readonly DiagnosticBag diagnostics;
    private readonly CancellationToken cancellationToken;

    private OpenApiFiles(DiagnosticBag diagnostics, CancellationToken cancellationToken) =>
        (this.diagnostics, this.cancellationToken) = (diagnostics, cancellationToken);

    /// <summary>The file that was named.</summary>
    public OpenApiFile Main { get; private set; } = null!;

    /// <summary>The texts in the order they were read, those that turned out to be nothing to read included.</summary>
    public ImmutableArray<SourceText> Sources => [.. texts];

    /// <summary>Opens a document; null with a finding when it cannot be read.</summary>
    /// <param name="path">Its main file.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="read">The texts that were read, for messages that show lines of them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static OpenApiFiles? Open(
        string path,
        DiagnosticBag diagnostics,
        out ImmutableArray<SourceText> read,
        CancellationToken cancellationToken
    )
    {
        var files = new OpenApiFiles(diagnostics, cancellationToken);
        var main = files.Load(System.IO.Path.GetFullPath(path), path.Replace('\\', '/'));
        read = files.Sources;
        if (main is null)
        {
            return null;
        }

        files.Main = main;
        return files;
    }

    /// <summary>The file that a node stands in.</summary>
    public OpenApiFile Of(YamlNode node) => byName[node.File];

    /// <summary>What a reference leads to: the file and the node; null when it leads nowhere.</summary>
    /// <param name="from">The node with the reference.</param>
    /// <param name="reference">Its text: a file, a <c>#</c>, and a JSON Pointer; either side may be missing.</param>
    public (OpenApiFile File, string Pointer, YamlNode Node)? Find(YamlNode from, string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var (name, pointer) = hash < 0 ? (reference, "") : (reference[..hash], reference[(hash + 1)..]);
        var here = Of(from);
        var file = name.Length == 0 ? here : Beside(here, name);
        var node = file is null ? null : At(file.Root, pointer);
        return node is null ? null : (file!, pointer, node);
    }

    private OpenApiFile? Beside(OpenApiFile here, string name)
    {
        // Only files are read: a document must not make its reader call other machines.
        if (name.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var main = System.IO.Path.GetDirectoryName(Main.Path)!;
        if (ReferencedPath.Of(System.IO.Path.GetDirectoryName(here.Path)!, main, name) is not { } path)
        {
            return null;
        }

        var beside = System.IO.Path.GetDirectoryName(Main.Source.Name) ?? "";
        return Load(
            path,
            System.IO.Path.Combine(beside, System.IO.Path.GetRelativePath(main, path)).Replace('\\', '/')
        );
    }

    private OpenApiFile? Load(string path, string name)
    {
        if (byPath.TryGetValue(path, out var known))
        {
            return known;
        }

        byPath[path] = null;
        // A reference to a file that is not there is reported where the reference stands.
        if (byName.Count > 0 && !File.Exists(path))
        {
            return null;
        }

        var source = SpecificationFiles.ReadText(path, name, diagnostics);
        if (source is null)
        {
            return null;
        }

        texts.Add(source);
        if (Root(source) is not { } root)
        {
            return null;
        }

        if (byName.Count == 0 && SwaggerDocument.Is(root))
        {
            source = SwaggerDocument.Convert(root, source, diagnostics);
            if (source is null)
            {
                return null;
            }

            texts[^1] = source;
            if (Root(source) is not { } converted)
            {
                return null;
            }

            root = converted;
        }

        var file = new OpenApiFile(path, source, root);
        byName[source.Name] = file;
        return byPath[path] = file;
    }

    private YamlMapping? Root(SourceText source)
    {
        var isJson = source.Text.AsSpan().TrimStart() is ['{', ..];
        var root = isJson
            ? JsonTreeReader.Read(source, diagnostics)
            : YamlReader.Read(source, diagnostics, cancellationToken);
        if (root is not null and not YamlMapping)
        {
            diagnostics.Report(
                LoaderRules.WrongType,
                root.Location,
                $"an OpenAPI document must be a mapping, not {root.Describe()}",
                "keys such as 'openapi:' and 'paths:'"
            );
        }

        return root as YamlMapping;
    }

    private static YamlNode? At(YamlMapping root, string pointer)
    {
        YamlNode? node = root;
        foreach (var step in pointer.Split('/').Skip(1))
        {
            var name = Uri.UnescapeDataString(step)
                .Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                YamlMapping mapping => mapping.Find(name),
                YamlSequence list when int.TryParse(name, out var index) => list.Items.ElementAtOrDefault(index),
                _ => null,
            };
        }

        return pointer.Length == 0 || pointer[0] == '/' ? node : null;
    }
}
