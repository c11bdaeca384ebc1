using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>
/// The section <c>environments.NAME.webhooks</c>: <c>url</c>, <c>secret</c>, and <c>registration</c>, which is
/// <c>preconfigured</c>, a mapping with <c>provider_state</c>, or one with <c>request</c>, <c>body</c> and
/// <c>secret_field</c>.
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

        reader.Ignore("body", "secret_field");
        reader.End();
        return way;
    }

    private static WebhookRegistration.Request? Request(MappingReader reader, Located<string> line)
    {
        var words = line.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var method, ['/', ..] path] || reader.Value("body") is not { } body)
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
            Method = method.ToUpperInvariant(),
            Path = new Located<string>(path, line.Location),
            Body = YamlJson.Element(body),
            SecretField = reader.Text("secret_field"),
            Location = reader.Location,
        };
    }
}
