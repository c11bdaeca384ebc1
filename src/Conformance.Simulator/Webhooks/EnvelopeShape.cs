using System.Text.RegularExpressions;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Webhooks;

/// <summary>
/// Which part of a message means what, by dotted paths, told from the names and types of the declared envelope. Null for
/// what an envelope does not have.
/// </summary>
/// <param name="Id">What identifies the event.</param>
/// <param name="Type">What kind of event it is.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Data">What the event's own fields stand under; null when they stand at the top.</param>
/// <param name="ObjectType">The type of the resource.</param>
/// <param name="ObjectId">The identifier of the resource.</param>
/// <param name="Changes">What has changed.</param>
internal sealed partial record EnvelopeShape(
    string? Id,
    string? Type,
    string? Time,
    string? Data,
    string? ObjectType,
    string? ObjectId,
    string? Changes
)
{
    /// <summary>The shape of a specification's messages.</summary>
    public static EnvelopeShape Of(Specification.Model.Webhooks webhooks, SchemaIndex schemas)
    {
        if (webhooks.Envelope is not { } envelope)
        {
            return new(webhooks.Security?.Dedupe?.Key.Value, null, null, null, null, null, null);
        }

        var top = Members(schemas, envelope, "");
        var objects = top.Where(m => IsObject(schemas, m)).ToList();
        var data = First(objects, DataName()) ?? objects.FirstOrDefault(m => !AsideName().IsMatch(m.Name));
        var aside = objects.Where(m => m != data).SelectMany(m => Members(schemas, m.Schema, m.Path + "."));
        var plain = top.Where(m => !IsObject(schemas, m)).Concat(aside).ToList();
        var inner = data is null ? [] : Members(schemas, data.Schema, data.Path + ".");
        var within = data is null ? plain : inner;
        return new(
            webhooks.Security?.Dedupe?.Key.Value ?? First(plain, IdName())?.Path,
            First(plain, TypeName())?.Path,
            First(plain, TimeName())?.Path,
            data?.Path,
            First(within, ObjectTypeName())?.Path ?? (data is null ? null : First(inner, TypeName())?.Path),
            First(within, ObjectIdName())?.Path ?? (data is null ? null : First(inner, IdName())?.Path),
            First(within, ChangesName())?.Path
        );
    }

    private sealed record Member(string Name, string Path, SchemaNode Schema);

    private static List<Member> Members(SchemaIndex schemas, SchemaNode schema, string prefix) =>
        [.. schemas.Properties(schema).Select(p => new Member(p.Name.Value, prefix + p.Name.Value, p.Schema))];

    private static Member? First(IReadOnlyList<Member> members, Regex name) =>
        members.FirstOrDefault(m => name.IsMatch(m.Name));

    private static bool IsObject(SchemaIndex schemas, Member member) =>
        schemas.Types(member.Schema).HasFlag(JsonTypes.Object);

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex("^((event|delivery|message|msg|notification|webhook)_?)?(id|uuid|guid)$", Loose, 10_000)]
    private static partial Regex IdName();

    [GeneratedRegex("^((event|message|notification)_?)?(type|name|kind)$|^(event|topic|action)$", Loose, 10_000)]
    private static partial Regex TypeName();

    [GeneratedRegex(
        "^((event|occurr?ed|happened|sent|created|fired|emitted)_?)?(timestamp|time|at|on|date)$|^(created|occurr?ed)$",
        Loose,
        10_000
    )]
    private static partial Regex TimeName();

    [GeneratedRegex("^(data|payload|object|resource|body|content|subject)$", Loose, 10_000)]
    private static partial Regex DataName();

    [GeneratedRegex("^(meta|metadata|context|headers|links|_links)$", Loose, 10_000)]
    private static partial Regex AsideName();

    [GeneratedRegex("^(object|resource|entity|subject)(_?(type|kind))?$", Loose, 10_000)]
    private static partial Regex ObjectTypeName();

    [GeneratedRegex("^(object|resource|entity|subject)_?(id|uuid|key|ref)$", Loose, 10_000)]
    private static partial Regex ObjectIdName();

    [GeneratedRegex("^(changes|changed|diff|delta|changed_?fields)$", Loose, 10_000)]
    private static partial Regex ChangesName();
}
