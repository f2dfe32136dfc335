using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Ecosystem.ServiceDefaults;

/// <summary>Authentication brings data protection along, which nothing here uses: its keys shall not be left on the disk.</summary>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly List<XElement> keys = [];

    public static void Use(KeyManagementOptions options) => (options.XmlRepository, options.XmlEncryptor) = (new KeysInMemory(), new NullXmlEncryptor());

    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys];

    public void StoreElement(XElement element, string friendlyName) => keys.Add(element);
}
