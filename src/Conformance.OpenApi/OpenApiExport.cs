using Conformance.OpenApi.Export;
using Conformance.Specification;
using Conformance.Specification.Drafts;

namespace Conformance.OpenApi;

/// <summary>Writes a specification as an OpenAPI 3.1 document; what OpenAPI has no place for goes along in extensions.</summary>
public static class OpenApiExport
{
    /// <summary>The document.</summary>
    /// <param name="loaded">A specification that was read without errors that stop a run.</param>
    /// <param name="asJson">Whether it is JSON; YAML otherwise.</param>
    public static string Write(LoadResult loaded, bool asJson)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        if (loaded is not { Specification: { } specification, Document: { } document })
        {
            throw new ArgumentException("Nothing was read that could be written.", nameof(loaded));
        }

        var draft = new DocumentExport(specification, new RawSpecification(document)).Make();
        return asJson ? DraftJson.Write(draft) : DraftText.Write(draft);
    }
}
