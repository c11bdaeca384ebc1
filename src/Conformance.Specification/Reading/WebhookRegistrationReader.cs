using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>
/// The section <c>environments.NAME.webhooks</c>: <c>url</c>, <c>secret</c>, and <c>registration</c>, which is
/// <c>preconfigured</c>, a mapping with <c>provider_state</c>, or one with <c>request</c>, <c>body</c>,
/// <c>secret_field</c> and <c>remove</c>.
/// </summary>
internal static class WebhookRegistrationReader
{
    public static WebhookRegistration? Read(MappingReader reader)
    {
        var (url, secret) = (reader.Text("url"), reader.Text("secret"));
        var way =
            reader.Node("registration") is YamlMapping
                ? Declared(reader.Mapping("registration", "the registration of webhooks")!)
                : Preconfigured(reader);
        reader.End();
        return way is null ? null : way with { Url = url, Secret = secret };
    }

    private static WebhookRegistration.Preconfigured Preconfigured(MappingReader reader)
    {
        reader.Word("registration", "preconfigured");
        return new() { Location = reader.Location };
    }

    private static WebhookRegistration? Declared(MappingReader reader)
    {
        var (state, line) = (reader.Text("provider_state"), reader.Text("request"));
        WebhookRegistration? way =
            state is not null ? new WebhookRegistration.ProviderState { State = state, Location = reader.Location }
            : line is not null ? Request(reader, line)
            : null;
        if (state is null && line is null)
        {
            reader.Missing("request");
        }

        reader.Ignore("body", "secret_field", "remove");
        reader.End();
        return way;
    }

    private static WebhookRegistration.Request? Request(MappingReader reader, Located<string> line)
    {
        if (Call(line) is not var (method, path) || reader.Value("body") is not { } body)
        {
            reader.Context.WrongType(
                reader.Node("request")!,
                "'request'",
                "a method and a path such as \"POST /webhooks\", with the JSON body under 'body'"
            );
            return null;
        }

        return new()
        {
            Method = method,
            Path = path,
            Body = YamlJson.Element(body),
            SecretField = reader.Text("secret_field"),
            Remove = Removal(reader),
            Location = reader.Location,
        };
    }

    private static WebhookRemoval? Removal(MappingReader reader)
    {
        if (reader.Text("remove") is not { } line)
        {
            return null;
        }

        if (Call(line) is var (method, path))
        {
            return new(method, path);
        }

        reader.Context.WrongType(
            reader.Node("remove")!,
            "'remove'",
            "a method and a path such as \"DELETE /webhooks/{id}\", with fields of the registration's answer in braces"
        );
        return null;
    }

    private static (string Method, Located<string> Path)? Call(Located<string> line) =>
        line.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var method, ['/', ..] path]
            ? (method.ToUpperInvariant(), new(path, line.Location))
            : null;
}
