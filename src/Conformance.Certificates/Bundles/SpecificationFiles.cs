using Conformance.Execution.Secrets;
using Conformance.Reports.Writing;
using Conformance.Specification;
using Conformance.Specification.Model;

namespace Conformance.Certificates.Bundles;

/// <summary>The specification inside a bundle.</summary>
internal static class SpecificationFiles
{
    /// <summary>The files of a specification with their paths in the bundle.</summary>
    /// <param name="specification">The specification.</param>
    /// <param name="path">Where it was read from: a file, or a folder.</param>
    public static IEnumerable<(string Name, string File)> Of(IntegrationSpecification specification, string path) =>
        specification.Files.Select(f =>
            (
                BundleFiles.SpecificationFolder
                    + (Directory.Exists(path) ? Path.GetRelativePath(path, f).Replace('\\', '/') : Path.GetFileName(f)),
                f
            )
        );

    /// <summary>Reads the specification of a bundle; null when it has none that can be read.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static IntegrationSpecification? Load(BundleFiles bundle, CancellationToken cancellationToken)
    {
        // It is a copy of what somebody else wrote, and gone in a moment: nothing of ours can be in it.
        var files = new GuardedFiles(new KnownSecrets());
        var all = bundle
            .Contents.Where(f => f.Key.StartsWith(BundleFiles.SpecificationFolder, StringComparison.Ordinal))
            .ToArray();
        var folder = Directory.CreateTempSubdirectory("conformance-certificate-").FullName;
        try
        {
            foreach (var (name, content) in all)
            {
                var target = Path.GetFullPath(Path.Combine(folder, name[BundleFiles.SpecificationFolder.Length..]));
                // A name that leads out of the folder is no name of a specification's file.
                if (!target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                {
                    return null;
                }

                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                files.Write(target, content);
            }

            var path = all is [var only]
                ? Path.Combine(folder, only.Key[BundleFiles.SpecificationFolder.Length..])
                : folder;
            return all.Length == 0 ? null : SpecificationLoader.Load(path, cancellationToken).Specification;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
