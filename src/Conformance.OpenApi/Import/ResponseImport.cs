using System.Globalization;
using Conformance.Specification.Drafts;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>The responses of an operation.</summary>
internal sealed class ResponseImport(ImportContext context, BodyImport bodies)
{
    /// <summary>The responses of single statuses, of classes of them, and of all others.</summary>
    public DraftBuilder Of(YamlMapping operation)
    {
        var responses = new DraftBuilder();
        foreach (var entry in operation.Entries("responses"))
        {
            if (!IsKey(entry.Key.Text))
            {
                context.Ledger.Left(
                    ImportKinds.Responses,
                    $"response '{entry.Key.Text}'",
                    "it is no status, no class of statuses and no default",
                    entry.Key.Location
                );
                continue;
            }

            if ((entry.Value as YamlMapping)?.IsTrue(Extensions.Undeclared) == true)
            {
                continue;
            }

            if (context.Resolve(entry.Value, "response") is { } response)
            {
                responses.Add(entry.Key.Text, One(response));
                context.Ledger.Carried(ImportKinds.Responses);
            }
            else
            {
                context.Ledger.Left(ImportKinds.Responses, "response", "its definition is missing", entry.Key.Location);
            }
        }

        return responses;
    }

    private static bool IsKey(string key) =>
        key is "default" or [>= '1' and <= '5', 'X', 'X']
        || (
            int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            && status is >= 100 and <= 599
        );

    private DraftMapping One(YamlMapping response)
    {
        var draft = new DraftBuilder();
        if (response.Text("description") is { Length: > 0 } description)
        {
            draft.Add("description", description, response.Find("description")!.Location);
        }

        draft.Add("headers", Headers(response));
        bodies.Response(response, draft);
        if (response.Find("links") is { } links)
        {
            context.Ledger.Lost("response links", "scenarios say which call follows which", links.Location);
        }

        return draft.Build(response.Location);
    }

    private DraftBuilder Headers(YamlMapping response)
    {
        var headers = new DraftBuilder();
        foreach (var entry in response.Entries("headers"))
        {
            // OpenAPI itself says that this definition counts for nothing.
            if (entry.Key.Text.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (context.Resolve(entry.Value, "header") is not { } header)
            {
                context.Ledger.Left(
                    ImportKinds.ResponseHeaders,
                    "header",
                    "its definition is missing",
                    entry.Key.Location
                );
                continue;
            }

            context.Ledger.Carried(ImportKinds.ResponseHeaders);
            headers.Add(entry.Key.Text, Header(entry.Key.Text, header));
        }

        return headers;
    }

    private Draft Header(string name, YamlMapping header) =>
        header.IsTrue(Extensions.Text)
            ? new DraftScalar(header.Text("description") ?? "") { Origin = header.Location }
            : new DraftBuilder()
                .Add("description", header.Text("description") ?? name)
                .Add("required", header.IsTrue("required"))
                .Add(
                    "schema",
                    Nodes.Deprecated(
                        header,
                        header.Find("schema") is { } schema ? context.Schemas.Of(schema) : new DraftMapping([])
                    )
                )
                .Build(header.Location);
}
