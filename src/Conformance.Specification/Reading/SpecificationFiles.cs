using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>Finds and decodes the files of a specification; what is too large or no text is refused before it is parsed.</summary>
internal static class SpecificationFiles
{
    public static ImmutableArray<SpecificationFile> Read(
        string path,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return Directory.Exists(path) ? Folder(path, diagnostics, cancellationToken)
                : One(path, diagnostics) is { } file ? [file]
                : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Report(path, diagnostics, $"cannot read '{Slashes(path)}': {failure.Message.TrimEnd('.')}", null);
            return [];
        }
    }

    /// <summary>The text of one file, whatever it is written in.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">What findings call it.</param>
    /// <param name="diagnostics">Takes what keeps it from being read.</param>
    public static SourceText? ReadText(string path, string name, DiagnosticBag diagnostics)
    {
        try
        {
            return One(path, diagnostics) is { } file ? file.Source with { Name = Slashes(name) } : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Report(path, diagnostics, $"cannot read '{Slashes(name)}': {failure.Message.TrimEnd('.')}", null);
            return null;
        }
    }

    public static SpecificationFile? OfText(string name, string text, DiagnosticBag diagnostics) =>
        Decode(name, Encoding.UTF8.GetBytes(text), diagnostics);

    public static void ReportEmpty(string name, DiagnosticBag diagnostics) =>
        Report(name, diagnostics, $"'{name}' is empty", "write sections such as 'info:' and 'endpoints:'");

    private static ImmutableArray<SpecificationFile> Folder(
        string path,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken
    )
    {
        var names = Directory
            .EnumerateFiles(path)
            .Where(f => Path.GetExtension(f).ToUpperInvariant() is ".YAML" or ".YML")
            // Files of tools, such as .conformance.yaml.
            .Where(f => !Path.GetFileName(f).StartsWith('.'))
            .Order(StringComparer.Ordinal)
            .Take(YamlLimits.MaxFiles + 1)
            .ToList();
        if (names.Count is 0 or > YamlLimits.MaxFiles)
        {
            var message = names.Count == 0 ? "has no .yaml file" : $"has more than {YamlLimits.MaxFiles} .yaml files";
            Report(
                path,
                diagnostics,
                $"the folder '{Slashes(path)}' {message}",
                "name the folder of one specification"
            );
            return [];
        }

        var files = ImmutableArray.CreateBuilder<SpecificationFile>();
        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (One(name, diagnostics) is { } file)
            {
                files.Add(file);
            }
        }

        return files.ToImmutable();
    }

    private static SpecificationFile? One(string path, DiagnosticBag diagnostics)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            Report(path, diagnostics, $"there is no file '{Slashes(path)}'", "name an existing YAML file or folder");
            return null;
        }

        if (file.Length > YamlLimits.MaxFileBytes)
        {
            var megabytes = file.Length / (1024 * 1024);
            Report(
                path,
                diagnostics,
                $"'{Slashes(path)}' has {megabytes} MB; at most {YamlLimits.MaxFileBytes / (1024 * 1024)} MB are read",
                "split the specification into a folder of files"
            );
            return null;
        }

        return Decode(Slashes(path), Bytes(path), diagnostics);
    }

    /// <summary>No more than may be read: what has no length beforehand (a pipe, a device) may never end.</summary>
    private static byte[] Bytes(string path)
    {
        using var file = File.OpenRead(path);
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (var read = file.Read(buffer); read > 0; read = file.Read(buffer))
        {
            content.Write(buffer, 0, read);
            if (content.Length > YamlLimits.MaxFileBytes)
            {
                throw new IOException($"more than {YamlLimits.MaxFileBytes / (1024 * 1024)} MB");
            }
        }

        return content.ToArray();
    }

    private static SpecificationFile? Decode(string name, byte[] bytes, DiagnosticBag diagnostics)
    {
        if (bytes.Length == 0)
        {
            ReportEmpty(name, diagnostics);
            return null;
        }

        var text = TextDecoder.Decode(bytes, out var problem);
        if (text is null)
        {
            Report(name, diagnostics, $"'{name}' {problem}", "save it as UTF-8 text");
            return null;
        }

        return new SpecificationFile(new SourceText(name, text), ImmutableCollectionsMarshal.AsImmutableArray(bytes));
    }

    private static void Report(string path, DiagnosticBag diagnostics, string message, string? fix) =>
        diagnostics.Report(LoaderRules.File, new SourceLocation(Slashes(path), 1, 1, 1, 1, ""), message, fix: fix);

    private static string Slashes(string path) => path.Replace(Path.DirectorySeparatorChar, '/');
}
