using System.Text.Json.Nodes;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Http;

/// <summary>Adds the headers that a response declares and that nothing else has set, with the value the specification shows.</summary>
internal static class DeclaredHeaders
{
    /// <summary>The reply with its declared headers.</summary>
    public static Reply Add(Call call, Reply reply)
    {
        var declared = call.Endpoint?.FindResponse(reply.Status)?.Headers ?? [];
        var catalogued = call
            .World.Specification.ErrorCodes.Where(c => c.HttpStatus.Value == reply.Status && reply.Status >= 400)
            .SelectMany(c => c.Headers);
        foreach (var header in declared.Concat(catalogued).Where(h => h.Required && reply.Header(h.Name.Value) is null))
        {
            reply = reply.With(header.Name.Value, Text(call, header));
        }

        return reply;
    }

    private static string Text(Call call, ResponseHeader header)
    {
        var isShown = call
            .World.Inspector.Inspect(Json.ScalarText.Read(header.Text.Value, header.Schema.Types), header.Schema)
            .IsEmpty;
        var value = isShown ? JsonValue.Create(header.Text.Value) : call.World.Values.Generate(header.Schema);
        return value?.ToString() ?? "";
    }
}
