using System.Collections.Immutable;
using Conformance.OpenApi.Import;
using Conformance.OpenApi.Reading;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Drafts;
using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi;

/// <summary>Makes a specification from an OpenAPI document: 3.0, 3.1 or Swagger 2.0, JSON or YAML, one file or several.</summary>
public static class OpenApiImport
{
    /// <summary>Reads a document. Never throws for what is in it: what is wrong is a diagnostic, what is left out a loss.</summary>
    /// <param name="path">The document's main file.</param>
    /// <param name="security">The security scheme to carry over; null for the one that opens most operations.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static ImportedSpecification Read(
        string path,
        string? security = null,
        CancellationToken cancellationToken = default
    )
    {
        var diagnostics = new DiagnosticBag();
        var files = OpenApiFiles.Open(path, diagnostics, out var read, cancellationToken);
        if (files is null || !IsOpenApi(files.Main.Root, diagnostics))
        {
            return ImportedSpecification.Failed(new LoadResult(null, diagnostics.ToSorted()) { Sources = read });
        }

        var ledger = new ImportLedger();
        var context = new ImportContext(files, ledger);
        var schemes = SecurityScheme.In(context);
        if (security is not null && !IsUsable(security, schemes, files.Main.Root, diagnostics))
        {
            return ImportedSpecification.Failed(
                new LoadResult(null, diagnostics.ToSorted()) { Sources = files.Sources }
            );
        }

        var draft = new DocumentImport(context, new SecurityChoice(schemes, security)).Make();
        return DraftRepair.Load(files, draft, ledger, cancellationToken);
    }

    private static bool IsUsable(
        string name,
        ImmutableArray<SecurityScheme> schemes,
        YamlMapping root,
        DiagnosticBag diagnostics
    )
    {
        var chosen = schemes.FirstOrDefault(s => s.Name == name);
        if (chosen is { Kind: not null })
        {
            return true;
        }

        var usable = schemes.Where(s => s.Kind is not null).Select(s => s.Name).ToList();
        diagnostics.Report(
            LoaderRules.Reference,
            chosen?.Node.Location ?? Head(root),
            chosen is null
                ? $"there is no security scheme '{name}'"
                : $"the dialect has no counterpart for the security scheme '{name}'",
            usable.Count == 0 ? null : $"one of {string.Join(", ", usable)}",
            name,
            usable.Count == 0 ? "the document has none that could be chosen" : "choose one of them with --security"
        );
        return false;
    }

    private static bool IsOpenApi(YamlMapping root, DiagnosticBag diagnostics)
    {
        var version = root.Find("openapi") as YamlScalar;
        if (version?.Text.StartsWith("3.", StringComparison.Ordinal) == true)
        {
            if (root.Find("paths") is YamlMapping || root.Find("webhooks") is YamlMapping)
            {
                return true;
            }

            diagnostics.Report(
                LoaderRules.MissingKey,
                Head(root),
                "the OpenAPI document has neither 'paths' nor 'webhooks'",
                "a mapping of paths under 'paths'",
                fix: "name the document's main file: a part of one cannot be imported by itself"
            );
            return false;
        }

        var (found, fix) =
            version is not null ? ($"OpenAPI {version.Text}", "name a document of OpenAPI 3.0 or 3.1")
            : root.Find("swagger") is YamlScalar old
                ? ($"Swagger {old.Text}", "name a document of OpenAPI 3, or of Swagger 2.0")
            : root.Find("asyncapi") is not null ? ("an AsyncAPI document", "name an OpenAPI document")
            : ("no key 'openapi'", "name the document's main file, the one that starts with 'openapi: 3.1.0'");
        diagnostics.Report(
            LoaderRules.WrongType,
            version?.Location ?? Head(root),
            $"this is no OpenAPI 3 document: {found}",
            "'openapi: 3.0.x' or 'openapi: 3.1.x'",
            found,
            fix
        );
        return false;
    }

    private static SourceLocation Head(YamlMapping root) =>
        root.Location with
        {
            EndLine = root.Location.Line,
            EndColumn = root.Location.Column + 1,
        };
}
