using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Conformance.Certificates.Bundles;

/// <summary>The files of a bundle, read from a folder or a zip archive. Whoever made it is not trusted: sizes are bounded.</summary>
/// <param name="Contents">Contents by path, with <c>/</c> between folders.</param>
internal sealed record BundleFiles(ImmutableSortedDictionary<string, byte[]> Contents)
{
    public const string Envelope = "certificate.intoto.json";
    public const string Page = "certificate.html";
    public const string Badge = "badge.svg";
    public const string Manifest = "record/run.json";
    public const string Lines = "record/cases.ndjson";
    public const string SpecificationFolder = "specification/";
    public const string ArchiveName = "certificate.zip";

    private const long MostBytes = 1L << 30;
    private const int MostFiles = 1000;

    /// <summary>Reads a bundle.</summary>
    /// <param name="path">A folder, or a zip archive.</param>
    public static Attempt<BundleFiles> Read(string path)
    {
        try
        {
            return Directory.Exists(path) ? OfFolder(path) : OfArchive(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Refusal.Configuration($"The bundle '{path}' cannot be read: {e.Message}");
        }
    }

    /// <summary>Lower-case hex SHA-256 of a content.</summary>
    /// <param name="content">The content.</param>
    public static string DigestOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static Attempt<BundleFiles> OfFolder(string path)
    {
        var files = new DirectoryInfo(path)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Take(MostFiles + 1)
            .Where(f => f.Name != ArchiveName)
            .ToArray();
        return files.Length > MostFiles || files.Sum(f => f.Length) > MostBytes
            ? TooLarge(path)
            : new BundleFiles(
                files.ToImmutableSortedDictionary(
                    f => Path.GetRelativePath(path, f.FullName).Replace('\\', '/'),
                    f => File.ReadAllBytes(f.FullName),
                    StringComparer.Ordinal
                )
            );
    }

    private static Attempt<BundleFiles> OfArchive(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        var contents = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        var left = MostBytes;
        foreach (var entry in archive.Entries.Where(e => e.Name.Length > 0))
        {
            // What an archive says of its own sizes need not be true.
            using var content = entry.Open();
            using var copy = new MemoryStream();
            var buffer = new byte[81_920];
            for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
            {
                left -= read;
                if (left < 0)
                {
                    return TooLarge(path);
                }

                copy.Write(buffer, 0, read);
            }

            if (contents.Count == MostFiles)
            {
                return TooLarge(path);
            }

            if (contents.ContainsKey(entry.FullName))
            {
                return Refusal.Configuration($"The bundle '{path}' has two files '{entry.FullName}'.");
            }

            contents.Add(entry.FullName, copy.ToArray());
        }

        return new BundleFiles(contents.ToImmutable());
    }

    private static Refusal TooLarge(string path) =>
        Refusal.Configuration($"The bundle '{path}' is larger than a bundle can be (1 GB, {MostFiles} files).");
}
