using System.Text.Json;
using Ecosystem.Contracts;
using Ecosystem.Local;
using RabbitMQ.Client;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>Says to Feedback what Coordination would, where there is none.</summary>
internal static class Introduction
{
    /// <summary>Reports in Cửa Nam have a unit in charge from then on.</summary>
    /// <returns>False while nobody listens.</returns>
    public static async Task<bool> OfCuaNam(Backends backends)
    {
        var fact = new OrganisationRegistered(City.Committee, "UBND phường Cửa Nam", "UBND", City.CuaNam, "01");
        var factory = new ConnectionFactory { Uri = new Uri(backends.RabbitMq.Split(',')[0]) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        try
        {
            var properties = new BasicProperties { ContentType = "application/json", MessageId = $"{Guid.NewGuid()}", Headers = new Dictionary<string, object?> { ["MT-MessageType"] = "urn:message:Ecosystem.Contracts:OrganisationRegistered" } };
            await channel.BasicPublishAsync("", "feedback-remember-organisation", mandatory: true, properties, JsonSerializer.SerializeToUtf8Bytes(fact, JsonSerializerOptions.Web));
            return true;
        }
        catch (RabbitMQ.Client.Exceptions.PublishException)
        {
            return false;
        }
    }
}
